import { describe, expect, test } from '@jest/globals';
import { toBreakLexicon } from '../../../stages/find-topics/break-lexicon.js';
import { findBreaks } from '../../../stages/find-topics/find-breaks.js';
import { docOf } from '../../doc-builder.js';
import { lexiconFile, sectionsIn } from './topics-in.js';

const file = lexiconFile('break-cues.json') as {
  readonly note: string;
  readonly limits: Readonly<Record<string, number>>;
  readonly entries: readonly { readonly id: string; readonly yes: readonly string[]; readonly no: readonly string[] }[];
};
const lexicon = toBreakLexicon(file);

/** The breaks of a talk, one string a turn. */
function breaksIn(turns: readonly string[]): [string, string][] {
  const doc = docOf(turns);
  return findBreaks(doc, lexicon).map(({ kind, start, end }) => [kind, doc.text.slice(start, end)]);
}

describe.each(file.entries.map((entry, index) => ({ ...entry, cue: lexicon.cues[index] })))('$id', ({ yes, no, cue }) => {
  const isCue = (sentence: string): boolean => {
    const words = sentence.toLowerCase().replace(/[^\p{L}\p{N}%./']+/gu, ' ');
    return (
      cue !== undefined &&
      cue.anchors.some((anchor) => sentence.toLowerCase().includes(anchor)) &&
      cue.pattern.test(words) &&
      cue.unless?.test(words) !== true
    );
  };
  test.each(yes)('is a cue: %s', (sentence) => expect(isCue(sentence)).toBe(true));
  test.each(no)('is none: %s', (sentence) => expect(isCue(sentence)).toBe(false));
});

const talk = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `Then hive number ${String(from + at)} grew, and the keeper wrote down how heavy each of its frames was.`,
  );
const AD = [
  'This portion of Bees Weekly is brought to you by Plumbo.',
  'Leaks are terrible, and most plumbers are never there when you need them.',
  'Plumbo is the best way to find one, and it is always faster.',
  'Get started today at plumbo.com/bees, and use code BEES for 20% off.',
].join(' ');

describe('advertisements', () => {
  test('from the sponsor to the last thing that is asked', () =>
    expect(breaksIn([...talk(1, 12), `We will see. ${AD} So where were we?`, ...talk(13, 12)])).toEqual([['ad', AD]]));

  test('in a wall without case and punctuation the words around stay', () => {
    const wall = AD.toLowerCase().replace(/[^a-z0-9%'./ ]/gu, '');
    const [found] = breaksIn([[...talk(1, 20), wall, ...talk(21, 20)].join(' ')]);
    expect(found?.[0]).toBe('ad');
    expect(found?.[1]).toContain('brought to you by');
    expect(found?.[1]).toContain('20% off');
  });

  test('a turn that thanks its sponsor at the end, and asks before', () => {
    const thanking =
      'Leaky pipes are no fun. Plumbo finds them while you sleep. Follow the link in your show notes, and thanks to Plumbo for sponsoring Bees Weekly.';
    expect(breaksIn([...talk(1, 12), thanking, ...talk(13, 12)])).toEqual([['ad', thanking]]);
  });

  test('what the same voice says after a jingle is no part of it', () => {
    const told = 'Now for a sponsored message. Plumbo finds leaks. Learn more at plumbo.com/leaks.';
    const doc = docOf([...talk(1, 12), told, 'A paper about hives came out. Use the link in the newsletter.', ...talk(13, 12)]);
    const turns = doc.layers.turns.map((turn) => ({ ...turn, voice: 0 }));
    const ads = findBreaks({ ...doc, layers: { ...doc.layers, turns } }, lexicon).filter(({ kind }) => kind === 'ad');
    expect(ads.map(({ start, end }) => doc.text.slice(start, end))).toEqual([told]);
  });

  test('two one after the other are two', () =>
    expect(breaksIn([...talk(1, 12), AD, AD.replaceAll('lumbo', 'ipery'), ...talk(13, 12)]).map(([kind]) => kind)).toEqual(['ad', 'ad']));

  test.each([
    ['a sponsor is only named', ['This episode is brought to you by Plumbo.', ...talk(1, 20)]],
    ['a guest says where to look', [...talk(1, 12), 'You can check it out at hives.org, and use code review for it.', ...talk(13, 12)]],
    [
      'people talk about sponsors',
      [...talk(1, 9), 'Our first sponsor was a bank.', ...talk(10, 30), 'Go to bank.com today.', ...talk(40, 9)],
    ],
    [
      'the advertisement was cut out',
      [...talk(1, 9), 'Our first sponsor today is Plumbo.', 'And we are back with Ann.', 'Go to hives.org to see it.', ...talk(10, 9)],
    ],
    [
      'everybody talks',
      [
        ...talk(1, 9),
        'Our next sponsor is Plumbo.',
        ...Array.from({ length: 8 }, () => 'Oh, is it?'),
        'Go to plumbo.com today.',
        ...talk(10, 9),
      ],
    ],
  ])('%s: content', (_, turns) => expect(breaksIn(turns).filter(([kind]) => kind === 'ad')).toEqual([]));
});

describe('opening and ending', () => {
  const opening =
    'Hello and welcome to another episode of Bees Weekly. I am your host, Ann, and with me today is Bo, who keeps forty hives.';
  const ending = 'Thank you so much for listening to Bees Weekly, and leave us a review. We will see you next week. Bye, everyone.';

  test('are told by what hosts say', () =>
    expect(breaksIn([opening, ...talk(1, 60), ending])).toEqual([
      ['intro', opening],
      ['outro', ending],
    ]));

  test.each([
    ['such words in the middle', [...talk(1, 40), opening, ...talk(41, 40), 'Thank you for listening to me.', ...talk(81, 40)]],
    ['nothing but such words', [ending]],
  ])('%s: content', (_, turns) => expect(breaksIn(turns)).toEqual([]));
});

test('a break is a section of its own, the sections still cover the text', () => {
  const turns = [...talk(1, 30), AD, ...talk(31, 30)];
  const sections = sectionsIn(turns);
  expect(sections.filter(({ kind }) => kind === 'ad').map(({ title, words }) => [title, words])).toEqual([['Advertisement', AD]]);
  expect(sections.map(({ words }) => words).join(' ')).toBe(turns.join(' '));
});
