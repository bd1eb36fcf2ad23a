import { expect, test } from '@jest/globals';
import { docOf, readingOf } from './reading.js';

const HEADER = [
  '---',
  'description: "Grab a tissue, it is the last one. \\r\\n\\r\\nWe',
  '  also say what it meant to us."',
  "pub_date: '",
  '',
  "  May 1st, 2025'",
  "title: '12: It''s the end!'",
  'url: https://example.org/12',
  '---',
];

test('a block of facts above plain text is no speech', () => {
  const doc = docOf([...HEADER, '', 'From the garden, this is the show about bees. It was a long year.', 'And now it is over.'].join('\n'));
  expect(doc.format).toBe('plain-text');
  expect(doc.text).toBe('From the garden, this is the show about bees. It was a long year. And now it is over.');
  expect(doc.episode).toEqual({ title: "12: It's the end!", url: 'https://example.org/12', date: '2025-05-01', language: 'en' });
  expect(doc.layers.segments[0]?.line).toBe(11);
});

test.each([
  ['2024-08-11 10:00', '2024-08-11'],
  ['May 1st, 2025', '2025-05-01'],
  ['11 August 2024', '2024-08-11'],
  ['Thu, 1 May 2025 10:00:00 GMT', '2025-05-01'],
  ['soon', undefined],
])('a date written as %s', (written, date) => {
  expect(docOf(`---\ndate: ${written}\n---\nSo that is the way it is.`).episode.date).toBe(date);
});

test('above lines with times, too', () => {
  const doc = docOf([...HEADER, '00:00:01 So it began.', '00:00:05 And then?', '00:00:09 It was the end.'].join('\n'));
  expect(doc.format).toBe('timestamp-lines');
  expect(doc.text).toBe('So it began. And then? It was the end.');
  expect(doc.episode.title).toBe("12: It's the end!");
});

test('numbered pages with a running header: the words go on from page to page', () => {
  const page = (number: number, words: string) => ['The Garden Hour', words, `Page ${String(number)} of 4`];
  const lines = [...page(1, 'So it began with'), ...page(2, 'one bee, and then'), ...page(3, 'there were two of'), ...page(4, 'them.')];
  const result = readingOf(lines.join('\n'));
  expect(result.ok && result.doc.text).toBe('So it began with one bee, and then there were two of them.');
  expect(result.ok && result.diagnostics.map(({ rule }) => rule)).toContain('read-transcript/page-line');
});

test('headings and emphasis of Markdown are no speech', () => {
  const doc = docOf('# Bees\n\n## Part one\n\nSo it *really* began with [one bee](https://example.org/bee).\n');
  expect(doc.text).toBe('So it really began with one bee.');
});

test.each([
  ['it&rsquo;s &ldquo;new&rdquo; &mdash; I think&hellip;', 'it’s “new” — I think…'],
  ['caf&eacute; &Eacute;mile &frac12; &euro;5 &AMP; so', 'café Émile ½ €5 & so'],
  ['it&#39;s it&#x2019;s it&#146;s', "it's it’s it’s"],
  ['soft&shy;ware a&nbsp;b', 'software a b'],
  ['&lt;b&gt; is bold', '<b> is bold'],
  ['R&D; is &unknownname; &#0; &#1114112; & so on', 'R&D; is &unknownname; &#0; &#1114112; & so on'],
  ['&amp;lt; is how it is written', '&lt; is how it is written'],
])('entities: %s', (written, text) => expect(docOf(written).text).toBe(text));

test('parts of a JSON transcript that overlap or go back are warned of', () => {
  const parts = [
    { speaker: 'Ann', start: 0, end: 4, text: 'So it began.' },
    { speaker: 'Bo', start: 3, end: 5, text: 'It did?' },
    { speaker: 'Ann', start: 1, end: 2, text: 'It was late.' },
  ];
  const result = readingOf(JSON.stringify(parts));
  expect(result.ok && result.diagnostics.map(({ rule }) => rule)).toEqual([
    'read-transcript/overlapping-segments',
    'read-transcript/segment-out-of-order',
  ]);
});
