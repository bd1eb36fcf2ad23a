import { expect, test } from '@jest/globals';
import { randomFrom } from '../../../stages/random.js';
import { docOf, markedText } from './reading.js';
import { linesOf, shapesOf } from './youtube-captions.js';

const SAID = [
  'so yeah yeah it was',
  'a long',
  'yeah',
  'yeah',
  'and i said',
  'and i said no',
  'no no no',
  '[Music]',
  'what we do',
  'what we do',
  'is what we do',
  "it's r&d you know",
  '>> oh well',
  'yes',
];
const EXPECTED =
  "so yeah yeah it was a long yeah yeah and i said and i said no no no no {[Music]}what we do what we do is what we do it's r&d you know |oh well yes";

const LINES = linesOf(SAID);
const SHAPES = shapesOf(LINES);

test.each(SHAPES)('every word once, real repetitions kept: $name', ({ content, format }) => {
  const doc = docOf(content);
  expect(doc.format).toBe(format);
  expect(markedText(doc)).toBe(EXPECTED);
});

test.each(SHAPES.filter(({ timesWords }) => timesWords))('each word has its own time: $name', ({ content }) => {
  const { text, layers } = docOf(content);
  const times = layers.segments.map(({ start, end, startMs, timedWord }) => [text.slice(start, end), startMs, timedWord]);
  const words = LINES.flat().filter(({ text: word }) => word !== '[Music]' && word !== '>>');
  expect(times).toEqual(words.map((word) => [word.text, word.at, true]));
});

test.each(Array.from({ length: 40 }, (_, seed) => seed))('the same captions in all shapes give the same words: seed %i', (seed) => {
  const random = randomFrom(seed + 1);
  // Few words, so that much is said twice: within a line, from line to line, and whole lines.
  const words = ['yeah', 'no', 'so', 'it', 'was', 'the', 'bee', 'and'].slice(0, 2 + Math.floor(random() * 7));
  const word = () => words[Math.floor(random() * words.length)] ?? '';
  const said = Array.from({ length: 30 }, () => Array.from({ length: 1 + Math.floor(random() * 6) }, word).join(' '));
  for (const { name, content } of shapesOf(linesOf(said))) expect([name, docOf(content).text]).toEqual([name, said.join(' ')]);
});

test('lines that come back in captions that do not roll stay', () => {
  const bodies = ['Yeah.', 'Yeah.', 'So it goes.', 'So it goes.', 'And on.', 'Yeah.'];
  const content = bodies.map((body, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index + 1},000\n${body}`).join('\n\n');
  expect(docOf(content).text).toBe(bodies.join(' '));
});

test('three lines that roll up', () => {
  const lines = ['one line here', 'two lines there', 'three of them', 'four in all', 'and five', 'then six', 'so seven'];
  const content = lines.map(
    (_, index) =>
      `${index + 1}\n00:00:0${index},000 --> 00:00:0${index + 1},000\n${lines.slice(Math.max(0, index - 2), index + 1).join('\n')}`,
  );
  expect(docOf(content.join('\n\n')).text).toBe(lines.join(' '));
});

test.each([
  [
    'aAppend goes on a word',
    [
      { tStartMs: 0, segs: [{ utf8: 'so it' }] },
      { tStartMs: 900, aAppend: 1, segs: [{ utf8: ' go' }] },
      { tStartMs: 990, aAppend: 1, segs: [{ utf8: 'es' }] },
    ],
    'so it goes',
  ],
  [
    'an event of its own does not',
    [
      { tStartMs: 0, segs: [{ utf8: 'so it' }] },
      { tStartMs: 900, segs: [{ utf8: 'goes' }] },
    ],
    'so it goes',
  ],
  [
    'what follows an empty event does not',
    [
      { tStartMs: 0, segs: [{ utf8: 'so' }] },
      { tStartMs: 5, segs: [{ utf8: '\n' }] },
      { tStartMs: 9, aAppend: 1, segs: [{ utf8: 'it' }] },
    ],
    'so it',
  ],
  [
    'odd events',
    [null, 3, { segs: 'x' }, { segs: [null, { utf8: 4 }] }, { tStartMs: 'x', segs: [{ utf8: 'so it' }] }, { segs: [{ utf8: 'goes' }] }],
    'so it goes',
  ],
])('json3: %s', (_, events, text) => expect(docOf(JSON.stringify({ events })).text).toBe(text));

test.each([
  [
    "[{'text': 'so it', 'start': 1.5, 'duration': 2.0}, {'text': \"that's \\\"it\\\"\", 'start': 3.5, 'duration': 1}]",
    'so it that\'s "it"',
  ],
  [
    "[[{'duration': 2.0, 'start': 1.5, 'text': 'so it'},\n  {'duration': 2.0,\n   'start': 3.5,\n   'text': 'goes on '\n           'and \\'on\\''}]]",
    "so it goes on and 'on'",
  ],
  ["[{'text': 'caf\\xe9 \\u2014 na\\u00efve\\nyes', 'start': 1.5, 'duration': 2}]", 'café — naïve yes'],
  [
    "[FetchedTranscriptSnippet(text='so it', start=1.5, duration=2.0), FetchedTranscriptSnippet(text=\"isn't\", start=3.5, duration=1.0)]",
    "so it isn't",
  ],
  [
    "FetchedTranscript(snippets=[FetchedTranscriptSnippet(text='so (it)', start=1.5, duration=2.0)], video_id='a1B2c3D4e5F', is_generated=False)",
    'so (it)',
  ],
  ["[{'text': 'so it', 'start': 1.5, 'duration': 2.0}, {'text': 'goes', 'start': 3.", 'so it'],
])('python literal: %s', (content, text) => {
  const doc = docOf(content);
  expect(doc.format).toBe('youtube-transcript-api');
  expect(doc.text).toBe(text);
  expect(doc.layers.segments[0]?.startMs).toBe(1500);
});

test('a python literal keeps the lines of the source, and the address of the video', () => {
  expect(
    docOf("[{'text': 'so it', 'start': 0, 'duration': 2},\n {'text': 'goes', 'start': 2, 'duration': 2}]").layers.segments.map(
      ({ line }) => line,
    ),
  ).toEqual([1, 2]);
  expect(
    docOf("FetchedTranscript(snippets=[FetchedTranscriptSnippet(text='so', start=0, duration=2.0)], video_id='a1B2c3D4e5F')").episode.url,
  ).toBe('https://www.youtube.com/watch?v=a1B2c3D4e5F');
});

test('srv1 with tags inside, and ttml', () => {
  expect(
    docOf('<transcript><text start="0" dur="1.5">so &lt;i&gt;it&lt;/i&gt; isn&amp;#39;t</text><text start="1.5"></text></transcript>').text,
  ).toBe("so it isn't");
  const ttml = docOf(
    '<?xml version="1.0"?><tt xmlns="x"><body><div>\n<p begin="00:00:01.500" end="00:00:02.000">so<br/>it</p>\n<p begin="2.5s" dur="1s">goes</p></div></body></tt>',
  );
  expect(ttml.text).toBe('so it goes');
  expect(ttml.layers.segments.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [1500, 2000],
    [2500, 3500],
  ]);
});
