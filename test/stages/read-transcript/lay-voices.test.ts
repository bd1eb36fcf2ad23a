import { expect, test } from '@jest/globals';
import { loadLexicons } from '../../../pipeline/load-lexicons.js';
import { layVoices } from '../../../stages/read-transcript/lay-voices.js';
import { readTranscript } from '../../../stages/read-transcript/read-transcript.js';

const { reader } = loadLexicons();

type Line = readonly [fromSecond: number, toSecond: number, words: string];

const clock = (second: number): string =>
  `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${(second % 60).toFixed(3).padStart(6, '0')}`;

/** The stretches of one label, and what is warned of, after a diarization was laid over timed lines. */
function voicesIn(lines: readonly Line[], ...heard: readonly (readonly [fromSecond: number, toSecond: number, voice: string])[]) {
  const content = lines.map(([from, to, words]) => `[${clock(from)} --> ${clock(to)}]   ${words}\n`).join('');
  const read = readTranscript({ id: '0123456789abcdef', content }, reader);
  if (!read.ok) throw new Error(read.refusal.message);
  const stretches = heard.map(([from, to, voice]) => ({ voice, startMs: from * 1000, endMs: to * 1000 }));
  const { doc, diagnostics } = layVoices(read.doc, stretches);
  const { changes } = doc.layers;
  const said = changes.map(
    ({ at, label = '-' }, index) => `${label}: ${doc.text.slice(at, changes[index + 1]?.at ?? doc.text.length).trim()}`,
  );
  return { said, warnings: diagnostics.map(({ message }) => message), sureness: changes.map(({ sureness }) => sureness) };
}

test('voices are laid over the words by their times', () =>
  expect(
    voicesIn(
      [
        [0, 4, 'How did you get the boat'],
        [4, 6, 'over the hill?'],
        [6, 12, 'With forty people and a rope.'],
      ],
      [0, 6, 'SPEAKER_00'],
      [6.2, 12, 'SPEAKER_01'],
    ).said,
  ).toEqual(['SPEAKER_00: How did you get the boat over the hill?', 'SPEAKER_01: With forty people and a rope.']));

test.each([
  ['the diariser is late', 7.1],
  ['the diariser is early', 5.2],
])('words at an edge go to the side that the sentence belongs to: %s', (_, edge) =>
  expect(
    voicesIn(
      [
        [0, 4, 'How did you get the boat'],
        [4, 10, 'over the hill? With forty people and'],
        [10, 12, 'a very long rope.'],
      ],
      [0, edge, 'A'],
      [edge, 12, 'B'],
    ).said,
  ).toEqual(['SPEAKER_A: How did you get the boat over the hill?', 'SPEAKER_B: With forty people and a very long rope.']),
);

test('a mark of the source near the edge wins over a sentence end', () =>
  expect(
    voicesIn(
      [
        [0, 3, 'And then it rained. For weeks.'],
        [3, 6, '- Every day of them.'],
      ],
      [0, 2.4, 'A'],
      [2.4, 6, 'B'],
    ).said,
  ).toEqual(['SPEAKER_A: And then it rained. For weeks.', 'SPEAKER_B: Every day of them.']));

test('a word or two inside a sentence are no turn; a short answer is', () => {
  const slip = voicesIn([[0, 10, 'The harbour was full of ships that nobody had paid for.']], [0, 4, 'A'], [4, 4.9, 'B'], [4.9, 10, 'A']);
  expect(slip.said).toEqual(['SPEAKER_A: The harbour was full of ships that nobody had paid for.']);
  const answer = voicesIn(
    [
      [0, 4, 'The harbour was full.'],
      [4, 5, 'Right.'],
      [5, 9, 'And nobody had paid.'],
    ],
    [0, 4, 'A'],
    [4, 5, 'B'],
    [5, 9, 'A'],
  );
  expect(answer.said).toEqual(['SPEAKER_A: The harbour was full.', 'SPEAKER_B: Right.', 'SPEAKER_A: And nobody had paid.']);
});

test('words far from every voice are nobody’s', () =>
  expect(
    voicesIn(
      [
        [0, 4, 'So that is the harbour.'],
        [30, 34, 'Call now for your free sample.'],
      ],
      [0, 4, 'SPEAKER_00'],
    ).said,
  ).toEqual(['SPEAKER_00: So that is the harbour.', '-: Call now for your free sample.']));

test('a name is kept as a label, a number is not made one', () =>
  expect(
    voicesIn(
      [
        [0, 4, 'So that is the harbour.'],
        [4, 8, 'It is a small one.'],
      ],
      [0, 4, 'Ann_Lee'],
      [4, 8, 'spk2'],
    ).said,
  ).toEqual(['Ann Lee: So that is the harbour.', 'spk2: It is a small one.']));

test('a mark without a change is a warning', () => {
  const { said, warnings } = voicesIn(
    [
      [0, 4, '- So that is the harbour.'],
      [4, 8, '- It is a small one, and it smells.'],
      [8, 12, '- Of what?'],
    ],
    [0, 8, 'A'],
    [8, 12, 'B'],
  );
  expect(said).toHaveLength(2);
  expect(warnings).toEqual(['the source marks a change of voice here, the diarization has none']);
});

test('voices take the labels of the source; words under another label are in doubt, with a warning', () => {
  const { said, warnings, sureness } = voicesIn(
    [
      [0, 6, 'Ann Lee: So that is the harbour, and the ships are all gone?'],
      [6, 12, 'Bo Ek: They left in the spring, when the ice went.'],
      [12, 18, 'Ann Lee: Tell me about the ice, then, if you will.'],
      [18, 24, 'Bo Ek: It was as thick as a door is high.'],
    ],
    [0, 6, 'x1'],
    [6, 18, 'x2'],
    [18, 24, 'x2'],
  );
  expect(said).toEqual([
    'Ann Lee: So that is the harbour, and the ships are all gone?',
    'Bo Ek: They left in the spring, when the ice went.',
    'Bo Ek: Tell me about the ice, then, if you will.',
    'Bo Ek: It was as thick as a door is high.',
  ]);
  expect(sureness).toEqual(['diarised', 'diarised', 'doubted', 'diarised']);
  expect(warnings).toEqual(['the source gives these words to Ann Lee, the diarization to Bo Ek']);
});

test('a transcript without times stays as it is, with a warning', () => {
  const read = readTranscript({ id: '0123456789abcdef', content: 'Ann Lee: So?\nBo Ek: It was all paid for in the end.\n' }, reader);
  if (!read.ok) throw new Error(read.refusal.message);
  const { doc, diagnostics } = layVoices(read.doc, [{ voice: 'A', startMs: 0, endMs: 5000 }]);
  expect(doc).toBe(read.doc);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['read-transcript/diarization-without-times']);
});
