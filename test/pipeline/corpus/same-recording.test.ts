import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { corpusGraph } from '../../../schemas/corpus.js';
import { BEES, misheard } from '../../output/same-recording/recordings.js';
import { whosaid, workplace, type Ran, type Workplace } from '../workplace.js';

const NAMES = ['Tora Lund', 'Agnes Wirth'];
const labelled = BEES.map(([voice, words]) => `${NAMES[voice] ?? ''}: ${words}\n`).join('\n');
const numbered = BEES.slice(4, 9)
  .map(([voice, words]) => `SPEAKER_0${String(1 - voice)}: ${misheard(words, 9)}\n`)
  .join('\n');

let place: Workplace;
let ran: Ran;
beforeAll(() => {
  place = workplace({ 'in/full.txt': labelled, 'in/clip.txt': numbered });
  ran = extract('out', place.path('in'), '--concurrency', '1');
});
afterAll(() => place.remove());

const extract = (out: string, ...args: readonly string[]) => whosaid('extract', ...args, '-o', place.path(out), '--log-level', 'silent');
const corpusOf = (out: string): string => readFileSync(place.path(`${out}/corpus.graph.json`), 'utf8');
const fileOf = (printed: string, stem: string): string =>
  new RegExp(`\\S+${stem}-[0-9a-f]{8}\\.graph\\.json`, 'u').exec(printed)?.[0] ?? '';

test('a clip without names takes those of the full episode, in the corpus and in what is printed', () => {
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(/clip\.txt\n.+\n.+\n {2}an excerpt of full-[0-9a-f]{8} \(\d+% of its words stand there\)\n/u);
  for (const name of NAMES) expect(ran.out).toMatch(new RegExp(`SPEAKER_[12] is ${name} \\(\\d+%, from the same recording\\)`, 'u'));
  const { nodes, edges } = corpusGraph.parse(JSON.parse(corpusOf('out'))).graph;
  const clip = (edges.find(({ relation }) => relation === 'excerptOf')?.source ?? '').replace('episode:', 'speaker:');
  const voices = Object.entries(nodes).flatMap(([id, { metadata }]) =>
    id.startsWith(clip) && metadata.type === 'Speaker' ? [metadata.name] : [],
  );
  expect(voices.sort()).toEqual([...NAMES].sort());
  expect(whosaid('validate', place.path('out')).code).toBe(0);
});

test('explain says who says the words in the full episode', () => {
  const [id = ''] = /claim:[0-9a-f]{16}/u.exec(readFileSync(fileOf(ran.out, 'clip'), 'utf8')) ?? [];
  expect(whosaid('explain', place.path('out'), id).out).toMatch(
    /recording {4}the same words stand in full-[0-9a-f]{8}, said by (?:Tora Lund|Agnes Wirth)/u,
  );
});

test('equal bytes in any order, at once or one run after the other; the clip’s own file does not depend on the other', () => {
  extract('two', place.path('in/full.txt'), place.path('in/clip.txt'), '--concurrency', '2');
  expect(corpusOf('two')).toBe(corpusOf('out'));
  const alone = fileOf(extract('later', place.path('in/clip.txt')).out, 'clip');
  expect(readFileSync(alone, 'utf8')).toBe(readFileSync(fileOf(ran.out, 'clip'), 'utf8'));
  extract('later', place.path('in/full.txt'));
  expect(corpusOf('later')).toBe(corpusOf('out'));
});
