import { expect, test } from '@jest/globals';
import { docOf, markedText, readingOf } from './reading.js';

test.each([
  [
    'cite, time, paragraph',
    '<cite>Ann:</cite>\n<time>0:00</time>\n<p>So it <b>began</b>.</p>\n<cite>Bo:</cite>\n<time>0:30</time>\n<p>And then?</p>',
    'html',
    'Ann|So it began. Bo|And then?',
  ],
  [
    'a paragraph without a cite goes on',
    '<!DOCTYPE html><html><body><cite>Ann:</cite><p>So it began.</p><p>It&rsquo;s &amp; was.</p><cite>Bo:</cite><p>And then?</p></body></html>',
    'html',
    'Ann|So it began. It’s & was. Bo|And then?',
  ],
  [
    'times among the words, escaped as in Markdown',
    '<cite>Ann:</cite><p>\\[00:01:02.03\\] So it began, [00:01:09] and it went on.</p><cite>Bo:</cite><p>And then?</p>',
    'html',
    'Ann|So it began, and it went on. Bo|And then?',
  ],
  ['a jingle is nobody', '<cite>Jingle:</cite><p>The bee show!</p><cite>Ann:</cite><p>Hello.</p>', 'html', '|The bee show! Ann|Hello.'],
  [
    'a break in a paragraph that kept its Markdown',
    '<cite>Ann:</cite><p>So it began.\n\n**Break**: \\[00:01:02.03\\]</p><cite>Bo:</cite><p>And then?</p><cite>Ann:</cite><p>It stopped.</p>',
    'html',
    'Ann|So it began. Bo|And then? Ann|It stopped.',
  ],
  [
    'bold words of a paragraph that kept its Markdown stay',
    '<cite>Ann:</cite><p>So it began.\n\n**Break** the ice.\n\n**Ovens**</p><cite>Bo:</cite><p>And then?</p>',
    'html',
    'Ann|So it began. Break the ice. Ovens Bo|And then?',
  ],
  [
    'what a page has around it',
    '<html><head><title>On bees</title><style>p { color: red }</style></head><body><nav><p>Home</p></nav><h1>On bees</h1><cite>Ann:</cite><p>So it began.</p><cite>Bo:</cite><p>And then?</p><script>var x = "<p>no</p>";</script><footer>Bees Inc.</footer></body></html>',
    'html',
    'Ann|So it began. Bo|And then?',
  ],
  [
    'a word a span',
    `<article><h5 data-m="0">Bees</h5><p><span data-m="10" data-d="0" class="speaker">Ann: </span>${['So ', 'it ', 'be', 'gan. '].map((word, at) => `<span data-m="${String(at * 100)}" data-d="90">${word}</span>`).join('\n')}<span data-m="900" class="speaker">Bo: </span><span data-m="950" data-d="10">Oh.</span></p></article>`,
    'html',
    'Ann|So it began. Bo|Oh.',
  ],
  [
    'Otter as HTML, times only',
    '<p>1:59  </p>\n<p>So it began.</p>\n<p></p>\n<p>2:12  </p>\n<p>And then?</p>',
    'html',
    'So it began. And then?',
  ],
  [
    'bold names in paragraphs',
    '<div><p><strong>Ann Lee:</strong> So it began.</p><p><strong>Wow</strong> it was.</p><p><b>Bo Ek</b>: And then?</p></div>',
    'html',
    'Ann Lee|So it began. Wow it was. Bo Ek|And then?',
  ],
])('%s', (_, ...[content, format, marked]) => {
  const doc = docOf(content);
  expect(doc.format).toBe(format);
  expect(markedText(doc)).toBe(marked);
});

test('title and address of a page are facts', () => {
  const page =
    '<html><head><title>On bees</title><link rel="canonical" href="https://example.org/bees"></head><body><cite>Ann:</cite><p>So that is what it is.</p><cite>Bo:</cite><p>Oh.</p></body></html>';
  expect(docOf(page).episode).toMatchObject({ title: 'On bees', url: 'https://example.org/bees' });
});

test('a paragraph has the line and the time of its own', () => {
  const { layers } = docOf(
    '<cite>Ann:</cite>\n<time>0:10</time>\n<p>So it began.</p>\n<cite>Bo:</cite>\n<time>0:30</time>\n<p>\nAnd then?</p>',
  );
  expect(layers.segments.map(({ line, startMs, endMs }) => [line, startMs, endMs])).toEqual([
    [3, 10000, 30000],
    [7, 30000, undefined],
  ]);
});

test.each([
  ['a page without a transcript', '<html><body><p>Welcome to our show.</p><p>We like bees.</p></body></html>'],
  ['words outside any paragraph', '<html><body>hello</body></html>'],
])('refused: %s', (_, content) => expect(readingOf(content).ok).toBe(false));

const long = 500_000;
test.each([
  ['tags that nobody closes', '<p>'.repeat(long / 3)],
  ['tags that nobody opened', `<cite>A</cite><p>x</p>${'<a>'.repeat(long / 6)}${'</b>'.repeat(long / 8)}`],
])('%s: read in good time', (_, content) => {
  const start = performance.now();
  readingOf(content);
  expect(performance.now() - start).toBeLessThan(2000);
});
