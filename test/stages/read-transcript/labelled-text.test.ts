import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import { HEAD_SHAPES, headOf } from '../../../stages/read-transcript/line-heads.js';
import { docOf, markedText } from './reading.js';

test.each(HEAD_SHAPES.flatMap(({ id, yes }) => yes.map((line) => [id, line])))('head %s: %s', (id, line) =>
  expect(headOf(line)?.id).toBe(id),
);

test.each(HEAD_SHAPES.flatMap(({ id, no }) => no.map((line) => [id, line])))('no head %s: %s', (id, line) =>
  expect(headOf(line)?.id).not.toBe(id),
);

const ann = '**Ann Lee:** So what is it like to keep bees?';
const bo = '**Bo Ek:** It is a lot of work.';

test.each([
  [
    'Markdown with bold names',
    `${ann}\n\n${bo}\n\nAnd it stings.\n\n${ann}`,
    'Ann Lee|So what is it like to keep bees? Bo Ek|It is a lot of work. And it stings. Ann Lee|So what is it like to keep bees?',
  ],
  [
    'underlines',
    '__Ann__: So it began.\n\n__Bo Ek__: And *then*?\n\n__Ann__: It stopped.',
    'Ann|So it began. Bo Ek|And then? Ann|It stopped.',
  ],
  [
    'bold names with times',
    '**Ann Lee** (00:00:09):\nSo it began.\n\n**Bo Ek** (00:00:43):\nAnd then?',
    'Ann Lee|So it began. Bo Ek|And then?',
  ],
  ['bold names after times', '0:00:14.1 **Ann Lee** So it began.\n\n0:00:21.4 **Bo Ek** And then?', 'Ann Lee|So it began. Bo Ek|And then?'],
  [
    'Rev: names, then times',
    'Ann Lee (00:00:13):\nSo it began.\n\nBo Ek (00:00:16):\nAnd then?\n\n(00:01:02):\nAnd why?',
    'Ann Lee|So it began. Bo Ek|And then? And why?',
  ],
  ['Rev: anonymous', 'Speaker 1 (00:01): So it began.\nSpeaker 2 (00:05): And then?', 'Speaker 1|So it began. Speaker 2|And then?'],
  [
    'Otter',
    'Ann Lee  0:05  \nSo it began.\n\nBo Ek  0:09  \nAnd then?\n\nAnn Lee  1:02:09  \nIt stopped.\n\nTranscribed by https://otter.ai',
    'Ann Lee|So it began. Bo Ek|And then? Ann Lee|It stopped.',
  ],
  ['Descript: names, then times', 'Ann: [00:01:02] So it began.\n\nBo: [00:01:09] And then?', 'Ann|So it began. Bo|And then?'],
  [
    'Descript: times, then names',
    '[00:01:02] Ann: So it began.\n[00:01:09] Bo: And then?\n[00:01:12] Ann: It stopped.',
    'Ann|So it began. Bo|And then? Ann|It stopped.',
  ],
  [
    'Riverside',
    'Ann Lee (00:01.234)\nSo it began.\n\nBo Ek (00:04.100)\nAnd then?\n\nAnn Lee (00:09.000)\nIt stopped.',
    'Ann Lee|So it began. Bo Ek|And then? Ann Lee|It stopped.',
  ],
  ['capitals', 'ANN: So it began.\nBO: And then?\nANN: It stopped.', 'ANN|So it began. BO|And then? ANN|It stopped.'],
  [
    'a name with a title',
    'Ann Lee, PhD: So it began.\nBo van der Ek: And then?\nAnn Lee, PhD: It stopped.',
    'Ann Lee, PhD|So it began. Bo van der Ek|And then? Ann Lee, PhD|It stopped.',
  ],
  [
    'names on lines of their own',
    'Ann:\nSo it began.\n\nBo:\nAnd then?\n\nAnn:\nIt stopped.',
    'Ann|So it began. Bo|And then? Ann|It stopped.',
  ],
  [
    'a colon in prose is no speaker',
    'Ann: Here is the thing: it works.\nRemember: it did not.\nBo: Is that so?\nAnn: It is.',
    'Ann|Here is the thing: it works. Remember: it did not. Bo|Is that so? Ann|It is.',
  ],
  [
    'a break and a jingle are no people',
    `${ann}\n\n**Break:** \\[14:21\\]\n\n**Jingle:** The bee show!\n\n${bo}\n\n${ann}\n\n${bo}`,
    'Ann Lee|So what is it like to keep bees? {Break}|The bee show! Bo Ek|It is a lot of work. Ann Lee|So what is it like to keep bees? Bo Ek|It is a lot of work.',
  ],
  [
    'links, emphasis and code lose their mark-up, headings are no words',
    `# On bees\n\n${ann}\n\n## Stings\n\n**Bo Ek:** Read [the *bee* book](https://example.org/b_(2)), \`hive.py\` and **this**. It was \\$12.\n\n${ann}`,
    'Ann Lee|So what is it like to keep bees? Bo Ek|Read the bee book, hive.py and this. It was $12. Ann Lee|So what is it like to keep bees?',
  ],
  [
    'brackets in the words of a link, and brackets that are no link',
    `${ann}\n\n**Bo Ek:** Read [the "bee [or wasp]" book](https://example.org/b) [again] (in June), [it [is] old].\n\n${ann}`,
    'Ann Lee|So what is it like to keep bees? Bo Ek|Read the "bee [or wasp]" book [again] (in June), [it [is] old]. Ann Lee|So what is it like to keep bees?',
  ],
  [
    'emphasis that goes over two lines',
    `${ann}\n\n**Bo Ek:** It is *a lot\nof work*, that snake_case.`,
    'Ann Lee|So what is it like to keep bees? Bo Ek|It is a lot of work, that snake_case.',
  ],
  [
    'times among the words',
    'Ann Lee (00:00):\nSo [00:09] it began.\n\nBo Ek (00:16):\nWas it [inaudible 00:17] then?',
    'Ann Lee|So it began. Bo Ek|Was it {[inaudible 00:17]}then?',
  ],
  ['a label that says nothing', 'Speaker: So it began.\nSpeaker: And then?\nSpeaker: It stopped.', 'So it began. And then? It stopped.'],
  [
    'page numbers and running headers',
    ['1', '2', '3'].map((page) => `The Bee Show\nAnn: So it began.\nBo: And then?\nPage ${page} of 3\n`).join(''),
    'Ann|So it began. Bo|And then? Ann|So it began. Bo|And then? Ann|So it began. Bo|And then?',
  ],
])('%s', (_, content, marked) => {
  const doc = docOf(content);
  expect(doc.format).toBe('labelled-lines');
  expect(markedText(doc).replaceAll('  ', ' ')).toBe(marked);
});

test('a label that stands once and may be prose: the words stay, but no voice is named', () => {
  const turns = Array.from({ length: 4 }, () => 'Ann Lee: So it began, with a crash and no warning.\nBo Ek: And then?').join('\n');
  expect(markedText(docOf(`${turns}\nCrash: it was gone.\nAnn Lee: It was.`))).toMatch(
    /And then\? \|Crash: it was gone\. Ann Lee\|It was\.$/u,
  );
});

test('front matter is facts, not words', () => {
  const doc = docOf(
    `---\ntitle: "On bees"\npublish_date: 2024-08-11\nguest: Bo Ek\nhosts:\n  - Ann Lee\ntags: [bees, honey]\nyoutube_url: https://www.youtube.com/watch?v=a1B2c3D4e5F\n---\n\n${ann}\n\n${bo}`,
  );
  expect(doc.text).toBe('So what is it like to keep bees? It is a lot of work.');
  expect(doc.episode).toEqual({
    title: 'On bees',
    date: '2024-08-11',
    url: 'https://www.youtube.com/watch?v=a1B2c3D4e5F',
    speakers: [
      { name: 'Ann Lee', role: 'host' },
      { name: 'Bo Ek', role: 'guest' },
    ],
    language: 'en',
  });
});

test('a head gives the time; the next one ends it, and paragraphs between share it as a guess', () => {
  const { layers } = docOf(
    'Ann Lee  0:10\nSo it began.\nAnd ended...\n\nBo Ek  0:20\nAnd then?\n\nAnn Lee  0:30\nIt stopped.\n\nBo Ek  0:31\nOh.',
  );
  expect(layers.segments.map(({ line, startMs, endMs, guessedTimes }) => [line, startMs, endMs, guessedTimes])).toEqual([
    [2, 10000, 15000, true],
    [3, 15000, 20000, true],
    [6, 20000, 30000, undefined],
    [9, 30000, 31000, undefined],
    [12, 31000, undefined, undefined],
  ]);
});

test.each([
  ['prose with a colon', 'Here is the thing: it works.\nAnd here is another: it does not.\nThat is all there is to it.'],
  ['a list', 'Salt: one spoon.\nPepper: none.\nFlour: some.\nMilk: a cup.\nEggs: two of them.\nSugar: no.\nButter: yes.\nHoney: lots.'],
  ['times in prose', 'We met at 10:30 and it was late.\nBy 11:15 we had left, and that was it.'],
])('no labelled text: %s', (_, content) => expect(docOf(content).format).not.toBe('labelled-lines'));

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const { entries } = JSON.parse(readFileSync(`${PROJECT_ROOT}/stages/read-transcript/lexicon/not-speakers.json`, 'utf8')) as {
  entries: readonly Entry[];
};
const labelsIn = (label: string): (string | undefined)[] =>
  docOf(
    JSON.stringify([
      { speaker: 'Ann', text: 'So.' },
      { speaker: label, text: 'It began.' },
    ]),
  ).layers.changes.map((change) => change.label);

const people = entries.filter(({ kind }) => kind === 'sound' || kind === 'nobody');
test.each(people.flatMap(({ yes }) => yes))('no person: %s', (label) => expect(labelsIn(label)).toEqual(['Ann', undefined]));
test.each(people.flatMap(({ no }) => no))('a person: %s', (label) => expect(labelsIn(label)).toEqual(['Ann', label]));

const prose = (label: string): string => `Ann: So it began.\n${label}: it did.\nBo: And then?\nAnn: It stopped.`;
const words = entries.filter(({ kind }) => kind === 'word' || kind === 'fact');
test.each(words.flatMap(({ yes }) => yes))('words before a colon: %s', (label) =>
  expect(docOf(prose(label)).text).toContain(`${label}: it did.`),
);
test.each(words.flatMap(({ no }) => no))('a voice: %s', (label) =>
  expect(docOf(prose(label)).layers.changes.map((change) => change.label)).toContain(label),
);
