import { expect, test } from '@jest/globals';
import { acrossEpisodes } from '../../../output/same-recording/across-episodes.js';
import { lendNames, spokenStretches } from '../../../output/same-recording/lend-names.js';
import { hashWords, shingles } from '../../../output/same-recording/shingles.js';
import type { Recording } from '../../../output/same-recording/recording.js';
import { BEES, excerptsAmong, misheard, recording, type Said } from './recordings.js';

const NAMES = ['Tora Lund', 'Agnes Wirth'];
const full = recording('f', BEES, NAMES);
const clipOf = (said: Said, names: readonly (string | null)[] = [null, null], id = 'c'): Recording => recording(id, said, names);

/** Who is an excerpt of whom, and which names its voices take. */
function foundIn(...recordings: readonly Recording[]): unknown[] {
  return excerptsAmong(recordings).map((excerpt) => [
    excerpt.clip.id,
    excerpt.of.id,
    Object.fromEntries(lendNames(excerpt).map(({ to, from }) => [to.id, from.name])),
  ]);
}

const COMMON: Said = [
  [0, 'Welcome back to the show where makers talk about what they make and what it costs them to go on making it year after year.'],
  [0, 'This episode is brought to you by Fernhill Tools, the people who sharpen anything that you send them by post within a week.'],
];
const other = (id: string, before: Said = []): Recording =>
  recording(
    id,
    [
      ...before,
      [0, 'Tell me about the ferry. How does a village of sixty people pay for a boat of that size?'],
      [
        1,
        'It does not. The cheese pays for it: every wheel that goes over to the mainland carries a small charge, and has done for a century.',
      ],
      [1, 'In winter we cross twice a week, if the wind allows, and the rest of the time the kettle is on and everybody plays cards.'],
      [0, 'What happens to the school, then, when the teacher lives on the other side of the water?'],
      [1, 'She stays with a different family every month. By now she knows more about our kitchens than anybody else on the island.'],
    ],
    ['Tora Lund', 'Ewan Grieve'],
  );

test('a clip takes the names of the full recording, though words were misheard', () => {
  const clip = clipOf(BEES.slice(4, 9).map(([voice, words]) => [voice, misheard(words, 7)] as const));
  expect(foundIn(full, clip)).toEqual([['episode:c', 'episode:f', { 'speaker:c/1': 'Tora Lund', 'speaker:c/2': 'Agnes Wirth' }]]);
});

test('the voices of the clip need not come in the same order', () => {
  const clip = clipOf(BEES.slice(2, 9).map(([voice, words]) => [1 - voice, words] as const));
  expect(foundIn(clip, full)).toEqual([['episode:c', 'episode:f', { 'speaker:c/1': 'Agnes Wirth', 'speaker:c/2': 'Tora Lund' }]]);
});

test('a voice of the clip that is two people in the recording gets no name, but its stretches are told apart', () => {
  const clip = clipOf(BEES.slice(4, 9).map(([, words], index) => [index < 2 ? 0 : 1, words] as const));
  expect(foundIn(full, clip)).toEqual([['episode:c', 'episode:f', { 'speaker:c/2': 'Agnes Wirth' }]]);
  const [excerpt] = excerptsAmong([full, clip]);
  expect(excerpt && spokenStretches(excerpt).map(({ speaker }) => speaker)).toEqual([
    'speaker:f/1',
    'speaker:f/2',
    'speaker:f/1',
    'speaker:f/2',
  ]);
});

test('one voice for all is nobody', () => {
  const clip = clipOf(
    [
      [0, BEES[0]?.[1] ?? ''],
      [0, BEES[1]?.[1] ?? ''],
      [0, BEES[2]?.[1] ?? ''],
      [0, BEES[3]?.[1] ?? ''],
    ],
    [null],
  );
  expect(foundIn(full, clip)).toEqual([['episode:c', 'episode:f', {}]]);
});

test('where the recording has no name there is none to take', () => {
  expect(foundIn(recording('f', BEES, [null, 'Agnes Wirth']), clipOf(BEES.slice(2, 9)))).toEqual([
    ['episode:c', 'episode:f', { 'speaker:c/2': 'Agnes Wirth' }],
  ]);
});

test('a clip with names lends them to a recording that has none, as far as its words show', () => {
  expect(foundIn(recording('f', BEES, [null, null]), clipOf(BEES.slice(1, 10), NAMES))).toEqual([
    ['episode:c', 'episode:f', { 'speaker:f/1': 'Tora Lund', 'speaker:f/2': 'Agnes Wirth' }],
  ]);
});

test('a name of its own is kept, unless it is the same name in part', () => {
  const agrees = clipOf(BEES.slice(2, 9), ['Tora', 'Agnes Wirth']);
  const differs = clipOf(BEES.slice(2, 9), ['Berta Kehl', null]);
  expect(foundIn(full, agrees)).toEqual([
    ['episode:c', 'episode:f', expect.objectContaining({ 'speaker:c/1': 'Tora Lund', 'speaker:c/2': 'Agnes Wirth' })],
  ]);
  expect(foundIn(full, differs)).toEqual([['episode:c', 'episode:f', { 'speaker:c/2': 'Agnes Wirth' }]]);
});

test('the same opening and advertisement in two episodes make neither an excerpt', () => {
  expect(foundIn(recording('a', [...COMMON, ...BEES], NAMES), other('b', COMMON))).toEqual([]);
});

test('a file of nothing but the opening belongs to neither of two episodes that have it', () => {
  const trailer = clipOf(COMMON, [null]);
  expect(foundIn(recording('a', [...COMMON, ...BEES], NAMES), other('b', COMMON), trailer)).toEqual([]);
});

test('a paragraph that two interviews quote makes neither an excerpt', () => {
  const quoted: Said = [[0, `A beekeeper told us: ${BEES[5]?.[1] ?? ''} ${BEES[6]?.[1] ?? ''}`]];
  expect(foundIn(full, other('b', quoted))).toEqual([]);
});

test('a clip of a clip is an excerpt of the longest recording', () => {
  const [clip, shorter] = [clipOf(BEES.slice(1, 10)), clipOf(BEES.slice(4, 9), [null, null], 's')];
  expect(foundIn(shorter, clip, full).map((found) => (found as unknown[]).slice(0, 2))).toEqual([
    ['episode:s', 'episode:f'],
    ['episode:c', 'episode:f'],
  ]);
});

test('two other talks are two recordings', () => expect(foundIn(full, other('b'))).toEqual([]));

test('offsets are those of each text', () => {
  const clip = clipOf([[0, 'Hello again to all of you out there.'], ...BEES.slice(4, 9)]);
  const [excerpt] = excerptsAmong([full, clip]);
  const [, first = ''] = BEES[4] ?? [];
  const textOf = (said: Said): string => said.map(([, words]) => words).join(' ');
  const [stretch] = excerpt?.stretches ?? [];
  expect(stretch?.start).toBe('Hello again to all of you out there. '.length);
  expect(stretch?.of.start).toBe(textOf(BEES).indexOf(first));
});

test('the corpus says why: the edge names the recording, the voice and how much agrees', () => {
  const { nodes, edges } = acrossEpisodes(excerptsAmong([full, clipOf(BEES.slice(2, 9))]));
  expect(nodes.map(({ id, metadata }) => [id, metadata.type === 'Speaker' ? metadata.name : null])).toEqual([
    ['speaker:c/1', 'Tora Lund'],
    ['speaker:c/2', 'Agnes Wirth'],
  ]);
  expect(edges.find(({ id }) => id === 'identifiedAs|speaker:c/1|entity:person/tora-lund')?.metadata).toMatchObject({
    confidence: 0.9,
    evidence: [{ kind: 'same-recording', episode: 'episode:f', speaker: 'speaker:f/1', share: 1 }],
  });
  expect(edges.find(({ relation }) => relation === 'excerptOf')).toMatchObject({ source: 'episode:c', target: 'episode:f' });
});

test('a shingle is the same whatever case, punctuation and order its words have', () => {
  const of = (text: string) => [...shingles(hashWords(text).hashes)];
  expect(of("It's a WORLD-changing thing,")).toEqual(of('its a worldchanging thing'));
  expect(of('thing its a worldchanging')).toEqual(of('its a worldchanging thing'));
  expect(of('its a worldchanging sing')).not.toEqual(of('its a worldchanging thing'));
});
