import type { Said } from './said.js';

/** A stretch of speech whose text is given whole, and beside it its words with their times and, maybe, their voices. */
export interface Stretch extends Said {
  readonly words?: readonly Omit<Said, 'line' | 'glued'>[];
}

/** How far ahead of its turn a word may stand in the text. */
const WINDOW = 60;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Lays the words over the text of their stretch, so that every word gets its time and voice. The text is what counts: what no word
 * covers stays, without a time of its own, and a word that is not in the text is left out. A word without a voice goes on with the
 * voice before it. Without a text the words are all there is.
 */
export function alignWords(stretch: Stretch): Said[] {
  const { words = [], ...whole } = stretch;
  if (words.length === 0) return [whole];
  const { text, line } = stretch;
  const folded = foldCase(text);
  const first = words.find(({ label }) => label !== undefined)?.label ?? stretch.label;
  const said: Said[] = [];
  let from = 0;
  let label = first;
  const push = (item: Omit<Said, 'line'>, start: number): void => {
    const glued = start === 0 ? stretch.glued === true : !/\s/u.test(text[start - 1] ?? ' ');
    said.push({ ...item, line, label, ...(glued ? { glued } : {}) });
  };
  for (const word of words) {
    const sought = word.text.trim();
    const found = sought === '' ? -1 : placeOf(foldCase(sought), folded, from);
    if (found === -1) continue;
    for (const gap of tokensOf(text, from, found)) push({ text: gap.text }, gap.start);
    label = word.label ?? label;
    const { label: _, ...timed } = word;
    push({ ...timed, text: sought }, found);
    from = found + sought.length;
  }
  for (const gap of tokensOf(text, from, text.length)) push({ text: gap.text }, gap.start);
  return said;
}

/** The nearest place of a word at or after `from`: one that no letter is left out before, else one that stands apart. */
function placeOf(sought: string, text: string, from: number): number {
  const near = text.slice(from, from + WINDOW + sought.length);
  for (let found = near.indexOf(sought); found !== -1; found = near.indexOf(sought, found + 1)) {
    const before = near.slice(0, found);
    if (!LETTER_OR_DIGIT.test(before)) return from + found;
    if (!LETTER_OR_DIGIT.test(before.slice(-1)) && !LETTER_OR_DIGIT.test(near[found + sought.length] ?? ' ')) return from + found;
  }
  return -1;
}

// Lower case, unless that changes the length (and with it every place after it).
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function tokensOf(text: string, from: number, to: number): { readonly text: string; readonly start: number }[] {
  return [...text.slice(from, to).matchAll(/\S+/gu)].map((match) => ({ text: match[0], start: from + match.index }));
}
