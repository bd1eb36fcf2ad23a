import type { SourceText } from './source-text.js';

const MOST_MISSES = 50;

/**
 * Finds the source line of each string of a JSON source, asked for in the order of the source. JSON.parse gives no places, so the
 * string is looked for from where the last one stood; where it is written in another way, the last line counts.
 */
export function lineFinder({ content, lines }: SourceText): (text: string) => number {
  if (lines.length === 1) return () => 1;
  let from = 0;
  let line = 1;
  let misses = 0;
  return (text) => {
    const found = misses < MOST_MISSES ? content.indexOf(JSON.stringify(text), from) : -1;
    if (found === -1) {
      misses++;
      return line;
    }
    line += countLineEnds(content, from, found);
    from = found;
    return line;
  };
}

/** How many lines end in a stretch of a source: at LF, CRLF or CR. */
export function countLineEnds(content: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    const code = content.charCodeAt(index);
    if (code === 10 || (code === 13 && content.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}
