import type { Diagnostic } from '../../schemas/diagnostic.js';
import { countFaults } from './count-faults.js';
import { headOf } from './line-heads.js';
import type { SourceLine } from './source-text.js';

// "Page 3 of 12", "- 3 -", "3", "3/12"; not "3 o'clock".
const PAGE_NUMBER = /^(?:page\s{1,3})?[-–]?\s{0,3}(?<number>\d{1,4})\s{0,3}[-–]?(?:\s{0,3}(?:of|\/)\s{0,3}\d{1,4})?$/iu;
// What a service writes under its exports.
const CREDIT = /^Transcribed by https?:\/\/\S+$/iu;
const LONGEST_NUMBER = 40;
const LEAST_PAGES = 3;
/** How many filled lines before and after a page number may be a running footer or header. */
const BESIDE = [-2, -1, 1, 2];
/** Share of the pages on which such a line stands in the same place. */
const LEAST_SHARE = 0.6;

/** The lines of a printed page that nobody spoke: page numbers that count up, what stands beside each of them, a service's credit. */
export function findPageLines(lines: readonly SourceLine[]): ReadonlySet<number> {
  const filled: SourceLine[] = [];
  const dropped = new Set<number>();
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') continue;
    filled.push(text === line.text ? line : { number: line.number, text });
    if (CREDIT.test(text)) dropped.add(line.number);
  }
  const pages = countingUp(filled);
  if (pages.length < LEAST_PAGES) return dropped;
  const running = new Set(BESIDE.flatMap((offset) => repeatedBeside(filled, pages, offset)));
  for (const index of pages) {
    dropped.add(filled[index]?.number ?? 0);
    for (const offset of BESIDE)
      if (running.has(`${String(offset)} ${filled[index + offset]?.text ?? ''}`)) dropped.add(filled[index + offset]?.number ?? 0);
  }
  const [first] = filled;
  if (first !== undefined && [...running].some((line) => line.endsWith(` ${first.text}`))) dropped.add(first.number);
  return dropped;
}

/** The warning that lines were left out, and how many. */
export function pageLineWarnings(dropped: ReadonlySet<number>): Diagnostic[] {
  const faults = countFaults();
  for (const number of [...dropped].sort((a, b) => a - b)) faults.add('page-line', number);
  return faults.diagnostics({ 'page-line': 'a page number, a running header or a credit was left out' });
}

/** Places of the lines that are page numbers, each one more than the last. */
function countingUp(lines: readonly SourceLine[]): number[] {
  const places: number[] = [];
  let last: number | undefined;
  for (const [index, { text }] of lines.entries()) {
    const number = text.length > LONGEST_NUMBER ? Number.NaN : Number(PAGE_NUMBER.exec(text)?.groups?.number ?? Number.NaN);
    if (last === undefined ? number > 2 || Number.isNaN(number) : number !== last + 1) continue;
    places.push(index);
    last = number;
  }
  return places;
}

/** The lines that stand this far from most page numbers, with that distance before them; a turn is none. */
function repeatedBeside(lines: readonly SourceLine[], pages: readonly number[], offset: number): string[] {
  const times = new Map<string, number>();
  for (const index of pages) {
    const text = lines[index + offset]?.text;
    if (text !== undefined && headOf(text) === undefined) times.set(text, (times.get(text) ?? 0) + 1);
  }
  return [...times].filter(([, count]) => count >= 2 && count >= pages.length * LEAST_SHARE).map(([text]) => `${String(offset)} ${text}`);
}
