import { describe, expect, test } from '@jest/globals';
import { split, turnsIn } from './turns-in.js';

describe('labels are taken at their word', () => {
  test.each([
    ['|Ada Byrd: Did it float? |Lin Wu: It sank. |Ada Byrd: Oh no.', ['0: Did it float?', '1: It sank.', '0: Oh no.']],
    ['|Ada Byrd: Did it float? |Ada Byrd: I hope so. |Lin Wu: It sank.', ['0: Did it float? I hope so.', '1: It sank.']],
    ['|ADA BYRD: Did it float? |Ada  Byrd: Tell me.', ['0: Did it float? Tell me.']],
    ['|SPEAKER_00: One. |SPEAKER_01: Two. |SPEAKER_02: Three. |SPEAKER_00: Four.', ['0: One.', '1: Two.', '2: Three.', '0: Four.']],
    ['A word before we start. |Ada Byrd: Did it float?', ['?: A word before we start.', '0: Did it float?']],
    ['|Ada Byrd: Did it float? |Unknown Speaker 2: Yes! |Ada Byrd: Good.', ['0: Did it float?', '?: Yes!', '0: Good.']],
  ])('%s', (marked, turns) => expect(turnsIn(marked)).toEqual(turns));

  test('a label that names nobody gives no voice and says so', () => {
    const { turns, diagnostics } = split('|Ada Byrd: Did it float? |Both: Yes!');
    expect(turns[1]).toMatchObject({ voice: null, confidence: 0, candidates: [], boundary: 'label' });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['split-turns/unknown-voice']);
  });

  test("a person's label is believed more than a diariser's", () => {
    const typed = split('|Ada Byrd: Did it float? |Lin Wu: It sank.').turns[0]?.confidence ?? 0;
    const numbered = split('|Speaker 1: Did it float? |Speaker 2: It sank.').turns[0]?.confidence ?? 0;
    const lettered = split('|Speaker A: Did it float? |Speaker B: It sank.').turns[0]?.confidence ?? 0;
    expect(typed).toBeGreaterThan(numbered);
    expect(lettered).toBe(numbered);
  });
});

const INTERVIEW = [
  'So tell me, how did you end up fixing clocks for a living?',
  'Well, my grandfather had a shop, and I used to sit under his bench after school. I learned to file brass before I could ride a bike.',
  'And did you ever want to do something else?',
  'Oh yeah, I wanted to be a diver. I did it for two summers, but I was always cold.',
  'What was the hardest clock that you ever repaired?',
  'I think it was the one in our town hall. It took me a year, and I had to make every single wheel myself.',
  'Wow. Were you paid for all of that?',
  'No, not really. They gave me a dinner and a very nice letter.',
];

describe('change marks', () => {
  test('a mark at every change: the voices alternate', () => {
    const { doc, turns } = split(INTERVIEW.map((words) => `| ${words}`).join(' '));
    expect(turns.map(({ start, end }) => doc.text.slice(start, end))).toEqual(INTERVIEW);
    expect(turns.map(({ voice }) => voice)).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    expect(turns.map(({ boundary }) => boundary)).toEqual(['start', ...Array<string>(7).fill('mark')]);
    expect(Math.min(...turns.map(({ confidence }) => confidence))).toBeGreaterThan(0.8);
  });

  test('a missing mark is made up for: the voices after it are right again', () => {
    const marked = INTERVIEW.map((words, index) => (index === 5 ? words : `| ${words}`)).join(' ');
    const { doc, turns, diagnostics } = split(marked);
    expect(turns.map(({ start, end }) => doc.text.slice(start, end))).toEqual(INTERVIEW);
    expect(turns[5]).toMatchObject({ voice: 1, boundary: 'silent' });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['split-turns/silent-change']);
  });

  test('a mark is only strong evidence: one too many does not turn the voices round for the rest', () => {
    const [question = '', answer = '', ...rest] = INTERVIEW;
    const stray = answer.replace(' I learned', ' | I learned');
    const { doc, turns } = split([question, stray, ...rest].map((words) => `| ${words}`).join(' '));
    const voiceOf = (words: string) => turns.find(({ start, end }) => doc.text.slice(start, end).includes(words))?.voice;
    for (const asked of [2, 4, 6]) expect(voiceOf(INTERVIEW[asked] ?? '')).toBe(0);
    for (const answered of [3, 5, 7]) expect(voiceOf(INTERVIEW[answered] ?? '')).toBe(1);
  });

  test('marks alone decide in a language whose words are not known', () => {
    const { turns } = split('| Wie war die Fahrt? | Lang, aber schön. | Und das Wetter?', 'de');
    expect(turns.map(({ voice }) => voice)).toEqual([0, 1, 0]);
  });
});

describe('no marks at all', () => {
  test('questions and answers part the voices', () => {
    const { doc, turns } = split(INTERVIEW.join(' '));
    const found = turns.map(({ start, end }) => doc.text.slice(start, end));
    for (const question of [INTERVIEW[2], INTERVIEW[4]]) expect(found).toContain(question);
    expect(new Set(turns.map(({ voice }) => voice))).toEqual(new Set([0, 1]));
    expect(turns.slice(1).every(({ boundary }) => boundary === 'inferred')).toBe(true);
  });

  describe('a wall of lower-case words', () => {
    const { doc, turns } = split(INTERVIEW.join(' ').toLowerCase().replace(/[.,?]/gu, ''));
    const starts = turns.map(({ start }) => doc.text.slice(start, start + 30));
    test.each(['well my grandfather', 'oh yeah i wanted', 'what was the hardest', 'i think it was', 'wow were you'])(
      'a voice begins: %s',
      (opening) => expect(starts.some((words) => words.startsWith(opening))).toBe(true),
    );
  });

  test.each([
    'The old mill stands on the river. It was built in the last century, and it ground corn for six villages. Then the railway came. The mill lost its trade, and its roof fell in.',
    'Bread needs four things. Flour and water come first. Salt goes in at the end, and time does the rest. Most people hurry, and their bread is flat.',
    'the glacier has lost a third of its length and the lake below it grows every summer and nobody knows how long the dam of stones will hold',
    'Yes.',
  ])('one voice: %s', (text) => {
    const { turns, diagnostics } = split(text);
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ voice: 0, boundary: 'start' });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['split-turns/one-voice']);
  });

  test('a language whose words are not known stays one voice', () =>
    expect(split('Wie war die Fahrt? Lang, aber schön. Und das Wetter?', 'de').turns).toHaveLength(1));
});

describe('what always holds', () => {
  const texts = [
    INTERVIEW.join(' '),
    INTERVIEW.map((words) => `| ${words}`).join(' '),
    INTERVIEW.join(' ').toLowerCase().replace(/[.,?]/gu, ''),
    '... ?! --',
    'Hello',
    '|Ada: Hi! 🎉 |Bo: Ça va, naïve?',
    'a-b -- c … d',
  ];
  test.each(texts)('%s', (marked) => {
    const { doc, turns, boundaries } = split(marked);
    expect(turns.map(({ start, end }) => doc.text.slice(start, end)).join(' ')).toBe(doc.text);
    expect(turns.every(({ start, end }) => end > start)).toBe(true);
    expect(turns[0]?.voice ?? 0).toBe(0);
    for (const { confidence, candidates } of turns) {
      expect(confidence >= 0 && confidence <= 1).toBe(true);
      expect(candidates.map((candidate) => candidate.confidence)).toEqual(
        candidates.map((candidate) => candidate.confidence).sort((a, b) => b - a),
      );
    }
    for (const { at, score } of boundaries) expect(doc.text[at - 1] === ' ' && score >= 0 && score <= 1).toBe(true);
    expect(split(marked)).toEqual(split(marked));
  });
});

// A back-channel inside a wall is taken for the other voice's turn, or swallows the words after it.
test.failing('right so where did you go then well I went home', () =>
  expect(turnsIn('right so where did you go then well I went home')).toEqual(['0: right so where did you go then', '1: well I went home']),
);
