import { shingles, SHINGLE_WORDS } from './shingles.js';

/** For each word of the first row the index of the word of the second that it is, or -1. Indices rise. */
export type Alignment = Int32Array;

/** Gaps with more cells than this stay unaligned: both sides have words of their own there. */
const MOST_CELLS = 250_000;
/** What stands before the first anchor or after the last is looked for so near to it in the other row, and twice its own length further. */
const ENDS_REACH = 20;

/**
 * Aligns two rows of word hashes: shingles that stand once in each are anchors, the longest chain of anchors that runs forward in both
 * holds, and what lies between two of them is aligned word by word.
 */
export function alignWords(a: Uint32Array, b: Uint32Array): Alignment {
  const alignment = new Int32Array(a.length).fill(-1);
  for (const [at, to] of longestChain(anchorsOf(a, b))) for (let word = 0; word < SHINGLE_WORDS; word++) setIfEqual(at + word, to + word);
  let [lastA, lastB] = [-1, -1];
  for (let at = 0; at <= a.length; at++) {
    const to = at === a.length ? b.length : (alignment[at] ?? -1);
    if (to === -1) continue;
    const reach = ENDS_REACH + 2 * (at - lastA);
    const fromB = lastA === -1 ? Math.max(0, to - reach) : lastB + 1;
    const toB = at === a.length ? Math.min(to, lastB + reach) : to;
    fillGap({ a, b, alignment }, { fromA: lastA + 1, toA: at, fromB, toB });
    [lastA, lastB] = [at, to];
  }
  return alignment;

  function setIfEqual(at: number, to: number): void {
    const before = at === 0 ? -1 : (alignment[at - 1] ?? -1);
    if (alignment[at] === -1 && a[at] === b[to] && before < to) alignment[at] = to;
  }
}

/** Places of shingles that stand exactly once in each row, in the order of the first. */
function anchorsOf(a: Uint32Array, b: Uint32Array): (readonly [number, number])[] {
  const [inA, inB] = [placesOnce(shingles(a)), placesOnce(shingles(b))];
  const anchors: (readonly [number, number])[] = [];
  for (const [shingle, at] of inA) {
    const to = inB.get(shingle) ?? -1;
    if (at !== -1 && to !== -1) anchors.push([at, to]);
  }
  return anchors;
}

function placesOnce(row: Uint32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (const [at, shingle] of row.entries()) places.set(shingle, places.has(shingle) ? -1 : at);
  return places;
}

/** The longest run of anchors that rises in the second row too (patience sorting). */
function longestChain(anchors: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [];
  const before = new Int32Array(anchors.length);
  for (const [index, [, to]] of anchors.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tops[middle] ?? 0]?.[1] ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  }
  const chain: (readonly [number, number])[] = [];
  for (let index = tops.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor !== undefined) chain.push(anchor);
  }
  return chain.reverse();
}

interface Gap {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

interface Rows {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly alignment: Alignment;
}

/** The longest common row of words inside a gap. */
function fillGap({ a, b, alignment }: Rows, { fromA, toA, fromB, toB }: Gap): void {
  const [rows, columns] = [toA - fromA, toB - fromB];
  if (rows <= 0 || columns <= 0 || rows * columns > MOST_CELLS) return;
  const width = columns + 1;
  const best = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const here = row * width + column;
      best[here] =
        a[fromA + row] === b[fromB + column] ? (best[here + width + 1] ?? 0) + 1 : Math.max(best[here + width] ?? 0, best[here + 1] ?? 0);
    }
  }
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const here = row * width + column;
    if (a[fromA + row] === b[fromB + column]) alignment[fromA + row++] = fromB + column++;
    else if ((best[here + width] ?? 0) >= (best[here + 1] ?? 0)) row++;
    else column++;
  }
}
