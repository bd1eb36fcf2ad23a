import { expect, test } from '@jest/globals';
import { docOf, markedText } from './reading.js';

interface Word {
  readonly text: string;
  readonly at: number;
}

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

/** Lines of words, half a second a word. */
const LINES: readonly (readonly Word[])[] = (() => {
  let at = 1000;
  return SAID.map((line) => line.split(' ').map((text) => ({ text, at: (at += 500) - 500 })));
})();
const startOf = (line: readonly Word[]) => line[0]?.at ?? 0;
const endOf = (line: readonly Word[]) => (line.at(-1)?.at ?? 0) + 500;
const plain = (line: readonly Word[]) => line.map(({ text }) => encode(text)).join(' ');
const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('>', '&gt;');
const clock = (ms: number, point = '.') => new Date(ms).toISOString().slice(11, 23).replace('.', point);

/** The segments of YouTube's WebVTT: each line with word times below the one before, then ten milliseconds of it alone. */
function rolling(
  bottom: (line: readonly Word[]) => string,
): { readonly from: number; readonly to: number; readonly lines: readonly string[] }[] {
  return LINES.flatMap((line, index) => {
    const before = LINES[index - 1];
    return [
      { from: startOf(line), to: endOf(line) - 10, lines: [before === undefined ? ' ' : plain(before), bottom(line)] },
      { from: endOf(line) - 10, to: endOf(line), lines: [plain(line), ' '] },
    ];
  });
}
const withTimes = (line: readonly Word[]) =>
  line.map(({ text, at }, index) => (index === 0 ? encode(text) : `<${clock(at)}><c> ${encode(text)}</c>`)).join('');

const VTT = `WEBVTT\nKind: captions\nLanguage: en\n\n${rolling(withTimes)
  .map(({ from, to, lines }) => `${clock(from)} --> ${clock(to)} align:start position:0%\n${lines.join('\n')}\n`)
  .join('\n')}`;
const srtOf = (segments: ReturnType<typeof rolling>, join: string) =>
  segments
    .map(
      ({ from, to, lines }, index) =>
        `${index + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${lines.filter((line) => line !== ' ').join(join)}\n`,
    )
    .join('\n');
const SRT = srtOf(rolling(plain), '\n');
const SRT_JOINED = srtOf(rolling(plain), ' ');
const SRT_WITHOUT_STILLS = srtOf(
  rolling(plain).filter((_, index) => index % 2 === 0),
  '\n',
);
const JSON3 = JSON.stringify({
  wireMagic: 'pb3',
  events: [
    { tStartMs: 0, dDurationMs: 60_000, id: 1, wpWinPosId: 1 },
    ...LINES.flatMap((line) => [
      {
        tStartMs: startOf(line),
        dDurationMs: 4000,
        wWinId: 1,
        segs: line.map(({ text, at }, index) => (index === 0 ? { utf8: text } : { utf8: ` ${text}`, tOffsetMs: at - startOf(line) })),
      },
      { tStartMs: endOf(line), dDurationMs: 10, wWinId: 1, aAppend: 1, segs: [{ utf8: '\n' }] },
    ]),
  ],
});
const SRV3 = `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<body>\n<w t="0" id="1"/>\n${LINES.map(
  (line) =>
    `<p t="${startOf(line)}" d="4000" w="1">${line
      .map(({ text, at }, index) =>
        index === 0 ? `<s ac="248">${encode(text)}</s>` : `<s t="${at - startOf(line)}" ac="248"> ${encode(text)}</s>`,
      )
      .join('')}</p>\n<p t="${endOf(line)}" w="1" a="1">\n</p>`,
).join('\n')}\n</body>\n</timedtext>`;
const SRV1 = `<?xml version="1.0" encoding="utf-8" ?><transcript>${LINES.map(
  (line) => `<text start="${startOf(line) / 1000}" dur="4">${encode(plain(line))}</text>`,
).join('')}</transcript>`;
const SNIPPETS = LINES.map((line) => ({ text: line.map(({ text }) => text).join(' '), start: startOf(line) / 1000, duration: 4 }));

test.each([
  ['webvtt', VTT, 'webvtt'],
  ['json3', JSON3, 'youtube-json3'],
  ['srv3', SRV3, 'youtube-timedtext'],
  ['srv1', SRV1, 'youtube-timedtext'],
  ['converted srt', SRT, 'srt'],
  ['converted srt with joined lines', SRT_JOINED, 'srt'],
  ['converted srt without the still segments', SRT_WITHOUT_STILLS, 'srt'],
  ['youtube-transcript-api json', JSON.stringify(SNIPPETS), 'youtube-transcript-api'],
  ['youtube-transcript-api nested', JSON.stringify([SNIPPETS]), 'youtube-transcript-api'],
])('every word once, real repetitions kept: %s', (_, content, format) => {
  const doc = docOf(content);
  expect(doc.format).toBe(format);
  expect(markedText(doc)).toBe(EXPECTED);
});

test.each([
  ['webvtt', VTT],
  ['json3', JSON3],
  ['srv3', SRV3],
])('each word has its own time: %s', (_, content) => {
  const { text, layers } = docOf(content);
  const times = layers.segments.map(({ start, end, startMs, timedWord }) => [text.slice(start, end), startMs, timedWord]);
  const words = LINES.flat().filter(({ text: word }) => word !== '[Music]' && word !== '>>');
  expect(times).toEqual(words.map((word) => [word.text, word.at, true]));
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
