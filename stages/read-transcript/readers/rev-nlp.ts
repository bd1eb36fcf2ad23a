import type { Reader } from '../reader.js';
import { secondsToMs, timesOf } from '../json-time.js';
import { labelOf } from '../json-shape.js';
import { toPieces, type Said } from '../said.js';
import type { SourceLine, SourceText } from '../source-text.js';

/** Rev's reference transcripts: a table with a token a line, parted by `|`, with its speaker and the punctuation after it. */
export const revNlp: Reader = {
  format: 'rev-nlp',
  score: ({ lines }) => {
    const columns = columnsOf(lines[0]?.text ?? '');
    return columns.has('token') && columns.has('speaker') && columns.has('punctuation') ? 1 : 0;
  },
  read: (source, lexicon) => ({ pieces: toPieces(saidIn(source), lexicon), episode: {}, diagnostics: [] }),
};

// "<inaudible>", "<crosstalk>"
const TAG = /^<(?<inside>[^<>]{1,40})>$/u;

function saidIn({ lines }: SourceText): Said[] {
  const columns = columnsOf(lines[0]?.text ?? '');
  return lines.slice(1).flatMap((line) => saidOn(line, columns));
}

function saidOn({ number, text }: SourceLine, columns: ReadonlyMap<string, number>): Said[] {
  const cells = text.split('|');
  const cell = (name: string): string => cells[columns.get(name) ?? -1] ?? '';
  const token = cell('token').replace(TAG, '[$<inside>]');
  const label = labelOf(cell('speaker'));
  const mark = cell('punctuation').trim();
  if (token === '') return [];
  if (TAG.test(cell('token'))) return [{ text: token, line: number, label }];
  return [{ text: `${token}${mark}`, line: number, label, ...timesOf(secondsToMs(cell('ts')), secondsToMs(cell('endTs'))) }];
}

function columnsOf(header: string): Map<string, number> {
  return new Map(header.split('|').map((name, index) => [name.trim(), index]));
}
