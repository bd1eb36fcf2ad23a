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
    if (!text.includes('"')) {
      rows.push({ line: line.number, cells: text.split(separator) });
      continue;
    }
    // A quoted cell may go on for a few lines.
    let last = index;
    const alone = scan(text, separator);
    let row = alone;
    while (row.isOpen && last < index + MOST_LINES && last + 1 < lines.length) {
      text += `\n${lines[++last]?.text ?? ''}`;
      row = scan(text, separator);
    }
    if (row.isOpen) row = alone;
    else index = last;
    rows.push({ line: line.number, cells: row.cells });
  }
  return rows;
}

const MOST_LINES = 5;

function scan(text: string, separator: string): { readonly cells: string[]; readonly isOpen: boolean } {
  const cells: string[] = [];
  let cell = '';
  // What stands from here on is in no cell yet: cells are put together from stretches, not sign by sign.
  let from = 0;
  let isQuoted = false;
  let isStart = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (isQuoted && (sign === '"' || sign === '\\') && text[at + 1] === '"' && !closesHere(text, at, { sign, separator })) {
      cell += text.slice(from, at);
      from = at + 1;
      at++;
    } else if (sign === '"' && (isQuoted || isStart)) {
      cell += text.slice(from, at);
      from = at + 1;
      isQuoted = !isQuoted;
    } else if (!isQuoted && sign === separator) {
      cells.push(cell + text.slice(from, at));
      cell = '';
      from = at + 1;
    }
    isStart = !isQuoted && (sign === separator || (isStart && sign === ' '));
  }
  cells.push(cell + text.slice(from));
  return { cells, isOpen: isQuoted };
}

// `\"` at the end of a row is a backslash and the closing quote.
function closesHere(text: string, at: number, { sign, separator }: { readonly sign: string; readonly separator: string }): boolean {
  return sign === '\\' && (at + 2 >= text.length || text[at + 2] === separator);
}
