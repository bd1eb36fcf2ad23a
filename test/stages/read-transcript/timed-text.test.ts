import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../schemas/diagnostic.js';
import { docOf, markedText, readingOf } from './reading.js';

/** A subtitle file of these bodies, two seconds each. */
const subtitles = (bodies: readonly string[], point = ',') =>
  bodies
    .map((body, index) => `${index + 1}\n00:00:${two(index * 2)}${point}000 --> 00:00:${two(index * 2 + 2)}${point}000\n${body}`)
    .join('\n\n');
const vtt = (bodies: readonly string[]) => `WEBVTT\n\n${subtitles(bodies, '.')}\n`;
const two = (number: number) => String(number).padStart(2, '0');
const rulesOf = (content: string): Pick<Diagnostic, 'rule' | 'line'>[] => {
  const result = readingOf(content);
  return result.ok ? result.diagnostics.map(({ rule, line }) => ({ rule, ...(line === undefined ? {} : { line }) })) : [];
};

test.each([
  [
    'lines of a segment are one',
    ['So what is it\nthat we came for?', 'That is the question.'],
    'So what is it that we came for? That is the question.',
  ],
  [
    'names before the words',
    ['Ann: Good morning.', 'to all of you.', 'Bo: And to you.', 'Ann: So.'],
    'Ann|Good morning. to all of you. Bo|And to you. Ann|So.',
  ],
  ['the same name again is no change', ['Ann: Well.', 'Ann: It is so.', 'Bo: Is it?'], 'Ann|Well. It is so. Bo|Is it?'],
  [
    'a role in the name',
    ['Ann Lee (host): Hi.', 'Bo Ek (guest): Hi.', 'Ann Lee (host): So.'],
    'Ann Lee (host)|Hi. Bo Ek (guest)|Hi. Ann Lee (host)|So.',
  ],
  ['two names in one segment', ['Ann: Ready?\nBo: Yes.', 'Ann: Good.', 'Bo: Go.'], 'Ann|Ready? Bo|Yes. Ann|Good. Bo|Go.'],
  ['a label of a diariser', ['[SPEAKER_00]: Hello.', '[SPEAKER_01]: Oh, hello.'], 'SPEAKER_00|Hello. SPEAKER_01|Oh, hello.'],
  ['whisper.cpp diarisation', ['(speaker 0) Hello.', '(speaker ?) Mm.', '(speaker 1) Oh.'], 'speaker 0|Hello. |Mm. speaker 1|Oh.'],
  ['a turn mark of tinydiarize', ['Is it done? [SPEAKER_TURN]', 'It is.'], 'Is it done? |It is.'],
  ['a jingle is nobody', ['Ann: Welcome.', 'Jingle: La la.', 'Ann: So.', 'Bo: Yes.'], 'Ann|Welcome. |La la. Ann|So. Bo|Yes.'],
  ['dashes', ['- Is it far?\n- It is not.', 'five - or six - miles'], '|Is it far? |It is not. five - or six - miles'],
  ['marks of captions', ['&gt;&gt; Is it far?', '>> It is not.'], '|Is it far? |It is not.'],
  ['marks and names', ['>> ANN: Is it far?', '>> BO: It is not.', '>> ANN: Oh.'], 'ANN|Is it far? BO|It is not. ANN|Oh.'],
  [
    'a colon in prose is no name',
    ['And here is the thing: it works.', 'Python: a language.', 'So it goes.'],
    'And here is the thing: it works. Python: a language. So it goes.',
  ],
  [
    'one name that stands there once is no proof',
    ['So we met.', 'Berlin: what a city.', 'And Rome.'],
    'So we met. Berlin: what a city. And Rome.',
  ],
  [
    'tags, styles, entities',
    ['<i>So</i> <font color="#fff">it</font> {\\an8}was', 'R&amp;amp;D &lt;3 &quot;x &lt; y&quot;'],
    'So it was R&D <3 "x < y"',
  ],
  ['non-speech', ['[Music]', 'Well (laughs) yes.'], '{[Music]}Well {(laughs)}yes.'],
  ['a number alone is a word', ['How many?', '42', 'Is that so?'], 'How many? 42 Is that so?'],
])('srt: %s', (_, bodies, marked) => {
  const doc = docOf(subtitles(bodies));
  expect(doc.format).toBe('srt');
  expect(markedText(doc)).toBe(marked);
});

test.each([
  ['byte-order mark and CR', '\uFEFF1\r00:00:00,000 --> 00:00:01,000\rSo it\r\r2\r00:00:01,000 --> 00:00:02,000\rgoes.', 'So it goes.'],
  ['no numbers, full stops in times', '00:00:00.000 --> 00:00:01.000\nSo it\n\n\n00:00:01.000 --> 00:00:02.000\ngoes.', 'So it goes.'],
  ['no blank lines', '1\n00:00:00,000 --> 00:00:01,000\nSo it\n2\n00:00:01,000 --> 00:00:02,000\ngoes.', 'So it goes.'],
  ['a blank line inside', '1\n00:00:00,000 --> 00:00:01,000\nSo\n\nit\n\n2\n00:00:01,000 --> 00:00:02,000\ngoes.', 'So it goes.'],
  [
    'a blank line after the number',
    '1\n\n00:00:00,000 --> 00:00:01,000\nSo it\n\n2\n\n00:00:01,000 --> 00:00:02,000\ngoes.',
    'So it goes.',
  ],
  ['no spaces round the arrow', '1\n00:00:00,000-->00:00:01,000\nSo it\n\n2\n00:00:01,000-->00:00:02,000\ngoes.', 'So it goes.'],
  ['places after the times', '1\n00:00:00,000 --> 00:00:01,000 X1:40 X2:600\nSo it goes.', 'So it goes.'],
  ['spaces in times', '1\n00: 00: 00, 000 --> 00: 00: 01, 000\nSo it goes.', 'So it goes.'],
  ['an empty segment', '1\n00:00:00,000 --> 00:00:01,000\n\n2\n00:00:01,000 --> 00:00:02,000\nSo it goes.', 'So it goes.'],
])('messy srt: %s', (_, content, text) => {
  const doc = docOf(content);
  expect(doc.format).toBe('srt');
  expect(doc.text).toBe(text);
  expect(doc.layers.segments.every(({ startMs }) => startMs !== undefined)).toBe(true);
});

test('srt: hours past 99, and the lines of the words', () => {
  expect(docOf('1\n100:00:01,500 --> 100:00:02,000\nSo it\ngoes.').layers.segments).toEqual([
    { start: 0, end: 11, line: 3, endLine: 4, startMs: 360_001_500, endMs: 360_002_000 },
  ]);
});

test.each([
  ['times that cannot be read', '1\n00:00:0x,000 --> 00:00:01,000\nSo.\n\n2\n00:00:01,000 --> 00:00:02,000\nYes.', 'unreadable-time', 2],
  ['an end before its start', '1\n00:00:05,000 --> 00:00:01,000\nSo.\n\n2\n00:00:05,000 --> 00:00:06,000\nYes.', 'unreadable-time', 2],
  ['out of order', '1\n00:00:05,000 --> 00:00:06,000\nSo.\n\n2\n00:00:01,000 --> 00:00:02,000\nYes.', 'segment-out-of-order', 6],
  ['words above the first times', 'of the day.\n\n2\n00:00:01,000 --> 00:00:02,000\nYes.', 'untimed-line', 1],
  [
    'an overlap',
    '1\n00:00:00,000 --> 00:00:01,500\nSo.\n\n2\n00:00:01,000 --> 00:00:02,000\nYes.\n\n3\n00:00:02,000 --> 00:00:03,000\nNo.\n\n4\n00:00:03,000 --> 00:00:04,000\nOh.',
    'overlapping-segments',
    6,
  ],
])('srt: a fault is counted, with its line: %s', (_, content, rule, line) => {
  expect(rulesOf(content)).toContainEqual({ rule: `read-transcript/${rule}`, line });
});

test('webvtt: comments, styles, regions, names and settings are no words', () => {
  const doc = docOf(
    [
      'WEBVTT - A title\nKind: captions\nLanguage: en',
      'NOTE\nmade by a tool\non a Monday',
      'STYLE\n::cue { color: red }',
      'REGION\nid:a\nwidth:40%',
      'intro\n00:00.000 --> 00:02.000 align:start position:0%\nSo it was\na long day.',
      'NOTE one more',
      '3.5 --> 4.5\nAnd then?',
    ].join('\n\n'),
  );
  expect(doc.format).toBe('webvtt');
  expect(doc.text).toBe('So it was a long day. And then?');
  expect(doc.layers.segments.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 2000],
    [3500, 4500],
  ]);
});

test.each([
  ['voices', ['<v Ann Lee>So it is.', '<v Ann Lee>It is so.', '<v Bo>Is it?</v>'], 'Ann Lee|So it is. It is so. Bo|Is it?'],
  ['two voices in one segment', ['<v Ann>Ready?</v>\n<v Bo>Yes.', 'And you?'], 'Ann|Ready? Bo|Yes. And you?'],
  ['classes', ['<v.first.loud Ann>So <c.yellow>it</c> is.', '<v.second Bo>Is <b>it</b>?'], 'Ann|So it is. Bo|Is it?'],
  ['an unknown voice', ['<v Speaker0>So.', '<v Speaker?>Mm.', '<v Speaker1>Oh.'], 'Speaker0|So. |Mm. Speaker1|Oh.'],
  ['entities in a name', ['<v Ann &amp; Bo>So.', '<v Cy>Mm.'], 'Ann & Bo|So. Cy|Mm.'],
  ['a dash says nothing where voices are named', ['<v Ann>- So.', '<v Bo>- Mm.'], 'Ann|So. Bo|Mm.'],
  ['entities encoded twice', ['It&amp;#39;s &lt;i&gt;not&lt;/i&gt; so', 'R&amp;D'], "It's not so R&D"],
  [
    'a colon in a voiced segment',
    ['<v Ann>Well: it is.', '<v Bo>Well: no.', '<v Ann>Well: yes.'],
    'Ann|Well: it is. Bo|Well: no. Ann|Well: yes.',
  ],
])('webvtt: %s', (_, bodies, marked) => expect(markedText(docOf(vtt(bodies)))).toBe(marked));

test('segments of one word are timed words', () => {
  const words = Array.from({ length: 24 }, (_, index) => `word${index}`);
  const { segments } = docOf(vtt(words)).layers;
  expect(segments).toHaveLength(24);
  expect(segments.every(({ timedWord }) => timedWord === true)).toBe(true);
});

test('whisper.cpp -ml: a segment that goes on a word is joined to it', () => {
  expect(docOf(vtt([' And', ' so', ' my', ' fel', 'low', ' friends', ',', ' ask'])).text).toBe('And so my fellow friends, ask');
  expect(docOf(vtt([' And so my fel', 'low friends. It is', ' late', ' (they say)', 'Ask me', ' again'])).text).toBe(
    'And so my fellow friends. It is late (they say) Ask me again',
  );
});

test.each([
  ['words once, each with its time', ['<u>So</u> it goes', 'So <u>it</u> goes', 'So it goes', 'So it <u>goes</u>'], 'So it goes', 3],
  ['what is said again stays', ['<u>Yeah</u>, so', 'Yeah, <u>so</u>', '<u>Yeah</u>, so', 'Yeah, <u>so</u>'], 'Yeah, so Yeah, so', 4],
  [
    'with a label',
    ['[SPEAKER_00]: <u>So</u> it', '[SPEAKER_00]: So <u>it</u>', '[SPEAKER_01]: <u>No</u> no', '[SPEAKER_01]: No <u>no</u>'],
    'So it No no',
    4,
  ],
  ['an ordinary underline', ['It is <u>so</u> good.', 'It was <u>not</u> good.'], 'It is so good. It was not good.', 0],
])('--highlight_words: %s', (_, bodies, text, timedWords) => {
  const doc = docOf(subtitles(bodies));
  expect(doc.text).toBe(text);
  expect(doc.layers.segments.filter(({ timedWord }) => timedWord === true)).toHaveLength(timedWords);
});

test.each([
  ['whisper.cpp csv', 'start,end,text\n0,1500," So ""this"" is, well"\n1500,2500," it."', 'So "this" is, well it.'],
  ['older whisper.cpp csv', 'start,end,text\n0,1500," So \\"this\\" is"\n1500,2500," it."', 'So "this" is it.'],
  [
    'csv with speakers',
    'start,end,speaker,text\n0,1500,0," So."\n1500,2500,?," Mm."\n2500,3000,1," Oh."',
    'Speaker 0|So. |Mm. Speaker 1|Oh.',
  ],
  ['csv without a header', '0,1500," So it"\n1500,2500," is."', 'So it is.'],
  ['openai-whisper tsv', 'start\tend\ttext\n0\t1500\tSo "it", well\n1500\t2500\tgoes.', 'So "it", well goes.'],
])('table: %s', (_, content, marked) => {
  const doc = docOf(content);
  expect(doc.format).toBe('timed-table');
  expect(markedText(doc)).toBe(marked);
  expect(doc.layers.segments[0]).toMatchObject({ startMs: 0, endMs: 1500 });
});

test.each([
  ['lrc', '[by:whisper.cpp]\n[00:00.00] So it\n[01:02.50] goes.', 'lrc', 'So it goes.', 62_500],
  ['lrc, minutes past an hour', '[ti:A day]\n[00:00.00]So it\n[75:02.50]goes.', 'lrc', 'So it goes.', 4_502_500],
  ['times before the words', '00:00:00 So it\n\n00:01:02 goes.', 'timestamp-lines', 'So it goes.', 62_000],
  ['times in brackets', '[00:00] So it\n[01:02] goes.', 'timestamp-lines', 'So it goes.', 62_000],
  ['times on their own lines', '0:00\nSo it\n1:02\ngoes.', 'timestamp-lines', 'So it goes.', 62_000],
  ['the panel of YouTube', '0:00\nSo it\n1:02\n1 minute, 2 seconds\ngoes.', 'timestamp-lines', 'So it goes.', 62_000],
  ['sbv', '0:00:00.000,0:00:04.160\nSo it\n\n0:01:02.000,0:01:04.000\ngoes.', 'timestamp-lines', 'So it goes.', 62_000],
])('%s', (_, content, format, marked, secondMs) => {
  const doc = docOf(content);
  expect(doc.format).toBe(format);
  expect(markedText(doc)).toBe(marked);
  expect(doc.layers.segments[1]?.startMs).toBe(secondMs);
  expect(doc.layers.segments[0]?.endMs).toBeDefined();
});

test.each([
  [
    'whisperX txt',
    '[SPEAKER_00]: So it goes.\n[SPEAKER_01]: Does it?\n[SPEAKER_01]: It does.',
    'SPEAKER_00|So it goes. SPEAKER_01|Does it? It does.',
  ],
  [
    'whisper.cpp -otxt -di',
    '(speaker 0) So it goes.\n(speaker ?) Does it?\n(speaker 1) It does.',
    'speaker 0|So it goes. |Does it? speaker 1|It does.',
  ],
  [
    'a time beside the label',
    '[Ann Lee] [00:00] So it goes.\n\nOn and on.\n[Bo] [01:02] Does it?\n[Ann Lee] [01:05] Yes.',
    'Ann Lee|So it goes. On and on. Bo|Does it? Ann Lee|Yes.',
  ],
  ['whisper.cpp -otxt -tdrz', ' So it goes. [SPEAKER_TURN]\n Does it? [SPEAKER_TURN]\n It does.', 'So it goes. |Does it? |It does.'],
])('labels in brackets: %s', (_, content, marked) => {
  const doc = docOf(content);
  expect(doc.format).toBe('bracket-labels');
  expect(markedText(doc)).toBe(marked);
});

test.each([
  ['a diary', 'We met at 10:30 in the hall.\n12:15 was too late for that.\nSo we left, and that was it.'],
  ['a time of day in prose', 'It was late.\nAnd so to bed, at 23:10.\nWe had a long day behind us.'],
])('no timed text: %s', (_, content) => expect(docOf(content).format).toBe('plain-text'));

test.each([
  [
    'whisper-lines with labels',
    '[00:00:00.000 --> 00:00:01.000]  (speaker 0) So it goes.\n[00:00:01.000 --> 00:00:02.000]  (speaker 1) Does it?',
    'speaker 0|So it goes. speaker 1|Does it?',
  ],
  ['colours of -pc', '[00:00:00.000 --> 00:00:01.000]  \u001B[38;5;71m So\u001B[0m\u001B[38;5;149m it\u001B[0m goes.', 'So it goes.'],
])('%s', (_, content, marked) => expect(markedText(docOf(content))).toBe(marked));

const MEGABYTE = 1_000_000;
test.each([
  ['arrows', '-->'],
  ['opening tags', '<v '],
  ['blank lines', '\n'],
  ['a long word', 'a'],
  ['spaces', ' '],
  ['brackets', '['],
  ['dashes', '- '],
  ['marks', '>'],
  ['entities', '&amp;'],
  ['capitals', 'A '],
  ['colons', 'A: '],
  ['digits', '1'],
  ['times', '00:00:00,000 --> 00:00:01,000\n'],
  ['quotes', '"'],
  ['tabs', '\t'],
  ['numbers', '1\n'],
  ['time tags', '<00:00:01.000>'],
  ['voices', '<v A>b'],
])('1 MB of %s is read in time', (_, unit) => {
  const body = unit.repeat(Math.ceil(MEGABYTE / unit.length));
  const started = performance.now();
  for (const content of [
    `WEBVTT\n\n00:00.000 --> 00:01.000\n${body}`,
    `1\n00:00:00,000 --> 00:00:01,000\n${body}`,
    `start,end,text\n0,1,"${body}`,
    `[{'text': '${body}`,
    `00:01 a\n00:02 ${body}`,
  ])
    readingOf(content);
  expect(performance.now() - started).toBeLessThan(11_000);
});
