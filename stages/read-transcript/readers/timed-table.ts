import type { ReaderLexicon } from '../lexicon.js';
import { segmentTimes, type RawSegment } from '../raw-segment.js';
import { readSegments } from '../read-segments.js';
import type { Reader, Reading } from '../reader.js';
import { splitRows, type Row } from '../split-row.js';
import type { SourceLine, SourceText } from '../source-text.js';
import { toMsLoosely, wholeMs } from '../timecode.js';

// The first line, as whisper.cpp -ocsv and openai-whisper tsv write it: "start,end,text", "start\tend\ttext", "start,end,speaker,text".
const HEADER = /^\s*"?(?:start|begin)(?:_?(?:time|ms))?"?(?<separator>[,;\t]).{0,200}$/iu;
// A row without a header above it: `0,1500," Well"`.
const ROW = /^\s*\d{1,10},\s?\d{1,10},\s?"/u;
// The names that columns have.
const COLUMNS = {
  start: /^(?:start|begin)/iu,
  end: /^(?:end|stop)/iu,
  speaker: /^(?:speaker|label|name)/iu,
  text: /^(?:text|words|transcript)/iu,
};
const BARE = /^(?:\d{1,3}|[A-Z])$/u;
const UNKNOWN = '?';

/** Tables with a start, an end and the words in each row: whisper.cpp `-ocsv`, openai-whisper `tsv`, with or without a speaker. */
export const timedTable: Reader = {
  format: 'timed-table',
  score: ({ lines }) => {
    const at = lines.findIndex(isFilled);
    const first = lines[at];
    if (first === undefined) return 0;
    const separator = HEADER.exec(first.text)?.groups?.separator;
    if (separator !== undefined) return columnsOf(splitRows([first], separator)[0]).text === undefined ? 0 : 0.98;
    if (!ROW.test(first.text)) return 0;
    const second = lines.slice(at + 1).find(isFilled);
    return second === undefined || ROW.test(second.text) ? 0.9 : 0;
  },
  read: (source, lexicon) => read(source, lexicon),
};

function isFilled({ text }: SourceLine): boolean {
  return text.trim() !== '';
}

interface Columns {
  readonly start: number;
  readonly end: number | undefined;
  readonly speaker: number | undefined;
  readonly text: number | undefined;
}

function columnsOf(header: Row | undefined): Columns {
  const at = (name: RegExp): number | undefined => {
    const index = (header?.cells ?? []).findIndex((cell) => name.test(cell.trim()));
    return index === -1 ? undefined : index;
  };
  return { start: at(COLUMNS.start) ?? 0, end: at(COLUMNS.end), speaker: at(COLUMNS.speaker), text: at(COLUMNS.text) };
}

function read({ lines }: SourceText, lexicon: ReaderLexicon): Reading {
  const first = lines.find(isFilled);
  const separator = HEADER.exec(first?.text ?? '')?.groups?.separator;
  const rows = splitRows(lines, separator ?? ',');
  const columns = separator === undefined ? { start: 0, end: 1, speaker: undefined, text: 2 } : columnsOf(rows[0]);
  const body = separator === undefined ? rows : rows.slice(1);
  const inSeconds = body.some(({ cells }) => /^\s*\d{1,7}\.\d{1,9}\s*$/u.test(cells[columns.start] ?? ''));
  const segments = body.map(({ line, cells }): RawSegment => {
    const toMs = (cell: number | undefined): number | undefined => timeOf(cells[cell ?? -1]?.trim() ?? '', inSeconds);
    const { startMs, endMs, unreadableTimes } = segmentTimes(toMs(columns.start), toMs(columns.end));
    // The last column takes whatever is left: an unquoted text may hold the separator.
    const text =
      columns.text === undefined || columns.text + 1 < (rows[0]?.cells.length ?? 0)
        ? cells[columns.text ?? -1]
        : cells.slice(columns.text).join(separator ?? ',');
    const speaker = speakerOf(cells[columns.speaker ?? -1]);
    return { line, startMs, endMs, unreadableTimes, speaker, lines: [{ number: line, text: text ?? '' }] };
  });
  return readSegments(segments, lexicon);
}

function timeOf(cell: string, inSeconds: boolean): number | undefined {
  if (cell.includes(':')) return toMsLoosely(cell);
  const number = /^\d{1,10}(?:\.\d{1,9})?$/u.test(cell) ? Number(cell) : undefined;
  return number === undefined ? undefined : wholeMs(inSeconds ? number * 1000 : number);
}

/** A bare number is read as whisper.cpp's other formats write it; `?` is a voice that is not known. */
function speakerOf(cell: string | undefined): string | undefined {
  const label = cell?.trim() ?? '';
  if (label === '') return undefined;
  return label === UNKNOWN ? '' : BARE.test(label) ? `Speaker ${label}` : label;
}
