import type { SourceLine } from './source-text.js';

/** A row of a table in text, with the line it begins on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits lines into rows of cells. A cell in double quotes may hold the separator, quotes (doubled, or after a backslash, as older
 * whisper.cpp writes them) and line ends; a quote that is never closed ends with its line.
 */
export function splitRows(lines: readonly SourceLine[], separator: string): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.text.trim() === '') continue;
    let text = line.text;
    // A quoted cell may go on for a few lines.
    let last = index;
    while (hasOpenQuote(text, separator) && last < index + MOST_LINES && last + 1 < lines.length) text += `\n${lines[++last]?.text ?? ''}`;
    if (hasOpenQuote(text, separator)) text = line.text;
    else index = last;
    rows.push({ line: line.number, cells: cellsOf(text, separator) });
  }
  return rows;
}

const MOST_LINES = 5;

function hasOpenQuote(text: string, separator: string): boolean {
  const { isOpen } = scan(text, separator);
  return isOpen;
}

function cellsOf(text: string, separator: string): string[] {
  return scan(text, separator).cells;
}

function scan(text: string, separator: string): { readonly cells: string[]; readonly isOpen: boolean } {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isStart = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (isQuoted && (sign === '"' || sign === '\\') && text[at + 1] === '"' && !closesHere(text, at, { sign, separator })) {
      cell += '"';
      at++;
    } else if (isQuoted) {
      if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && isStart) isQuoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
    isStart = !isQuoted && (sign === separator || (isStart && sign === ' '));
  }
  return { cells: [...cells, cell], isOpen: isQuoted };
}

// `\"` at the end of a row is a backslash and the closing quote.
function closesHere(text: string, at: number, { sign, separator }: { readonly sign: string; readonly separator: string }): boolean {
  return sign === '\\' && (at + 2 >= text.length || text[at + 2] === separator);
}
