/** A word, and when it begins, in milliseconds. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

type Line = readonly Word[];

/** One shape of the same captions, and the reader it is for. */
export interface CaptionShape {
  readonly name: string;
  readonly content: string;
  readonly format: string;
  /** Whether the shape says when each word begins. */
  readonly timesWords: boolean;
}

/** Lines of words, half a second a word. */
export function linesOf(said: readonly string[]): Line[] {
  let at = 1000;
  return said.map((line) => line.split(' ').map((text) => ({ text, at: (at += 500) - 500 })));
}

/** The same captions in each of YouTube's shapes, and in those that converters make of them. */
export function shapesOf(lines: readonly Line[]): CaptionShape[] {
  const rolled = rolling(lines, plain);
  const snippets = lines.map((line) => ({ text: line.map(({ text }) => text).join(' '), start: startOf(line) / 1000, duration: 4 }));
  const shape = (name: string, content: string, format: string, timesWords = false): CaptionShape => ({
    name,
    content,
    format,
    timesWords,
  });
  return [
    shape('webvtt', vttOf(lines), 'webvtt', true),
    shape('json3', json3Of(lines), 'youtube-json3', true),
    shape('srv3', srv3Of(lines), 'youtube-timedtext', true),
    shape('srv1', srv1Of(lines), 'youtube-timedtext'),
    shape('converted srt', srtOf(rolled, '\n'), 'srt'),
    shape('converted srt with joined lines', srtOf(rolled, ' '), 'srt'),
    shape(
      'converted srt without the still segments',
      srtOf(
        rolled.filter((_, index) => index % 2 === 0),
        '\n',
      ),
      'srt',
    ),
    shape('youtube-transcript-api json', JSON.stringify(snippets), 'youtube-transcript-api'),
    shape('youtube-transcript-api nested', JSON.stringify([snippets]), 'youtube-transcript-api'),
  ];
}

const startOf = (line: Line) => line[0]?.at ?? 0;
const endOf = (line: Line) => (line.at(-1)?.at ?? 0) + 500;
const plain = (line: Line) => line.map(({ text }) => encode(text)).join(' ');
const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('>', '&gt;');
const clock = (ms: number, point = '.') => new Date(ms).toISOString().slice(11, 23).replace('.', point);

interface Shown {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The segments of YouTube's WebVTT: each line with word times below the one before, then ten milliseconds of it alone. */
function rolling(lines: readonly Line[], bottom: (line: Line) => string): Shown[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return [
      { from: startOf(line), to: endOf(line) - 10, lines: [before === undefined ? ' ' : plain(before), bottom(line)] },
      { from: endOf(line) - 10, to: endOf(line), lines: [plain(line), ' '] },
    ];
  });
}

const withTimes = (line: Line) =>
  line.map(({ text, at }, index) => (index === 0 ? encode(text) : `<${clock(at)}><c> ${encode(text)}</c>`)).join('');

function vttOf(lines: readonly Line[]): string {
  const segments = rolling(lines, withTimes).map(
    ({ from, to, lines: shown }) => `${clock(from)} --> ${clock(to)} align:start position:0%\n${shown.join('\n')}\n`,
  );
  return `WEBVTT\nKind: captions\nLanguage: en\n\n${segments.join('\n')}`;
}

function srtOf(segments: readonly Shown[], join: string): string {
  return segments
    .map(
      ({ from, to, lines }, index) =>
        `${String(index + 1)}\n${clock(from, ',')} --> ${clock(to, ',')}\n${lines.filter((line) => line !== ' ').join(join)}\n`,
    )
    .join('\n');
}

function json3Of(lines: readonly Line[]): string {
  const events = lines.flatMap((line) => [
    {
      tStartMs: startOf(line),
      dDurationMs: 4000,
      wWinId: 1,
      segs: line.map(({ text, at }, index) => (index === 0 ? { utf8: text } : { utf8: ` ${text}`, tOffsetMs: at - startOf(line) })),
    },
    { tStartMs: endOf(line), dDurationMs: 10, wWinId: 1, aAppend: 1, segs: [{ utf8: '\n' }] },
  ]);
  return JSON.stringify({ wireMagic: 'pb3', events: [{ tStartMs: 0, dDurationMs: 60_000, id: 1, wpWinPosId: 1 }, ...events] });
}

function srv3Of(lines: readonly Line[]): string {
  const captions = lines.map((line) => {
    const words = line.map(({ text, at }, index) =>
      index === 0 ? `<s ac="248">${encode(text)}</s>` : `<s t="${String(at - startOf(line))}" ac="248"> ${encode(text)}</s>`,
    );
    return `<p t="${String(startOf(line))}" d="4000" w="1">${words.join('')}</p>\n<p t="${String(endOf(line))}" w="1" a="1">\n</p>`;
  });
  return `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<body>\n<w t="0" id="1"/>\n${captions.join('\n')}\n</body>\n</timedtext>`;
}

function srv1Of(lines: readonly Line[]): string {
  const captions = lines.map((line) => `<text start="${String(startOf(line) / 1000)}" dur="4">${encode(plain(line))}</text>`);
  return `<?xml version="1.0" encoding="utf-8" ?><transcript>${captions.join('')}</transcript>`;
}
