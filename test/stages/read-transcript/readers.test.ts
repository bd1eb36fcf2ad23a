import { expect, test } from '@jest/globals';
import { docOf, markedText, readingOf } from './reading.js';

const whisper = (lines: readonly string[]) =>
  lines.map((words, index) => `[00:00:0${String(index)}.000 --> 00:00:0${String(index + 1)}.000]   ${words}`).join('\n');

test.each([
  ['a mark opens a line', ['- Shall we start?', '- Yes, go on.'], '|Shall we start? |Yes, go on.'],
  ['a mark stands inside a line', ['- It was-- - Nine times.'], '|It was-- |Nine times.'],
  ['music is an event', ['(slow music)', '- Hello there.'], '{(slow music)}|Hello there.'],
  ['a hole is an event', ['So [inaudible 00:22:46] we left.'], 'So {[inaudible 00:22:46]}we left.'],
  ['silence at the end', ['Goodbye.', '[BLANK_AUDIO]'], 'Goodbye.{[BLANK_AUDIO]}'],
  ['a dash between words is no mark', ['from ten - maybe twelve - people'], 'from ten - maybe twelve - people'],
  ['an ordinary bracket is words', ['It ran (or so they say) for years.'], 'It ran (or so they say) for years.'],
  ['entities are decoded, white space is one space', ['Salt&amp;pepper   and&nbsp;more'], 'Salt&pepper and more'],
  ['a change without words is dropped', ['- Hello.', '- (laughs)'], '|Hello.{(laughs)}'],
])('whisper lines: %s', (_, lines, marked) => {
  const doc = docOf(whisper(lines));
  expect(doc.format).toBe('whisper-lines');
  expect(markedText(doc)).toBe(marked);
});

test('whisper lines: each segment keeps its line and its times', () => {
  const doc = docOf(whisper(['Hello there.', '- Good morning.']));
  expect(doc.layers.segments).toEqual([
    { start: 0, end: 12, line: 1, endLine: 1, startMs: 0, endMs: 1000 },
    { start: 13, end: 26, line: 2, endLine: 2, startMs: 1000, endMs: 2000 },
  ]);
});

test.each([
  ['[00:00:05.000 --> 00:00:01.000]   Backwards.', 'read-transcript/unreadable-time'],
  ['[00:00:00.000 --> 00:00:01.000]   One.\nand two\n[00:00:02.000 --> 00:00:03.000]   Three.', 'read-transcript/untimed-line'],
])('whisper lines: a fault is a warning with its line, the words stay: %s', (content, rule) => {
  const result = readingOf(content);
  expect(result.ok && result.diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule);
});

test('a YouTube dump gives title, address and show, and its path line is no speech', () => {
  const doc = docOf(
    'Transcript\na1B2c3D4e5F • Why Bees Dance - Ann Lee | Garden Hour\n/srv/out/text/0001_a1B2c3D4e5F.txt\nKind: captions Language: en [Music] so why do bees dance >> well they show the way to the others and it is a lot of work',
  );
  expect(doc.format).toBe('youtube-dump');
  expect(doc.episode).toEqual({
    title: 'Why Bees Dance - Ann Lee | Garden Hour',
    show: 'Garden Hour',
    url: 'https://www.youtube.com/watch?v=a1B2c3D4e5F',
    language: 'en',
  });
  expect(markedText(doc)).toBe('{[Music]}so why do bees dance |well they show the way to the others and it is a lot of work');
});

test('labelled lines: a label is a change, a line without one goes on, a colon in prose is none', () => {
  const doc = docOf(
    'Ann Lee: So what is new?\nBo Ek: Here is the thing: it works.\nAnd it was not easy to do that.\nAnn Lee: You said that to us.',
  );
  expect(doc.format).toBe('labelled-lines');
  expect(markedText(doc)).toBe(
    'Ann Lee|So what is new? Bo Ek|Here is the thing: it works. And it was not easy to do that. Ann Lee|You said that to us.',
  );
});

test.each([
  ['wrapped lines', 'It was a long road and we\nhad no map of it, but\nthat is the way it is.', 3],
  ['one lower-case line', 'so it was a long road and we had no map of it but that is the way it is', 1],
])('plain text: %s', (_, content, segments) => {
  const doc = docOf(content);
  expect(doc.format).toBe('plain-text');
  expect(doc.layers.segments).toHaveLength(segments);
  expect(doc.text).toBe(content.replaceAll('\n', ' '));
});

test.each([
  ['', 'no-words'],
  ['   \n\n  ', 'no-words'],
  ['[Music]', 'no-words'],
  ['{"segments": [{"text": "hello"}]}', 'unknown-format'],
  ['[{"text": "hello"}]', 'unknown-format'],
  ['<html><body>hello</body></html>', 'unknown-format'],
])('refused with a reason: %j', (content, code) => {
  const result = readingOf(content);
  expect(result.ok ? 'read' : result.refusal.code).toBe(code);
});

test.each([
  ['Das ist nicht so einfach, wie man denkt, und wir haben es auch mit der Zeit gelernt.', 'de'],
  ['And that is not as easy as you think, so we had to learn it in the end.', 'en'],
  ['Zxq vbn wrt plk mnb qwe rty uio pas dfg hjk lzx.', 'und'],
])('language of: %s', (content, language) => expect(docOf(content).episode.language).toBe(language));

test('a transcript that is not English is read with a warning', () => {
  const result = readingOf('Das ist nicht so einfach, wie man denkt, und wir haben es auch mit der Zeit gelernt.');
  expect(result.ok && result.diagnostics).toMatchObject([{ rule: 'read-transcript/not-english', severity: 'warning' }]);
});

test('CRLF, CR and a byte-order mark give the same text as LF', () => {
  const lines = ['It was late,', 'and that is the way it is.'];
  const texts = ['\n', '\r\n', '\r'].map((end) => docOf(`\uFEFF${lines.join(end)}`).text);
  expect(new Set(texts)).toEqual(new Set([lines.join(' ')]));
});
