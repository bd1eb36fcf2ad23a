/** How well a row of voices, one a word, fits the gold one under the better of the two mappings. */
export interface Score {
  readonly boundaryF1: number;
  readonly precision: number;
  readonly recall: number;
  readonly macroF1: number;
  readonly wordAccuracy: number;
  /** The gold speaker that voice 0 stands for. */
  readonly voice0: number;
}

/** A found change may be so many words off. */
const REACH = 2;

/** Compares the voice of each word with its gold speaker (both 0 or 1). */
export function measure(gold: Uint8Array, voices: Uint8Array): Score {
  const want = changesOf(gold);
  const have = changesOf(voices);
  const hits = countHits(want, have);
  const [a = 0, b = 0, c = 0, d = 0] = tableOf(gold, voices);
  const straight = a + d >= b + c;
  const [right, left] = straight ? [f1(a, a + b, a + c), f1(d, c + d, b + d)] : [f1(b, a + b, b + d), f1(c, c + d, a + c)];
  return {
    boundaryF1: f1(hits, want.length, have.length),
    precision: hits / Math.max(1, have.length),
    recall: hits / Math.max(1, want.length),
    macroF1: (right + left) / 2,
    wordAccuracy: Math.max(a + d, b + c) / gold.length,
    voice0: straight ? 0 : 1,
  };
}

function changesOf(row: Uint8Array): number[] {
  return [...row.keys()].filter((index) => index > 0 && row[index] !== row[index - 1]);
}

function countHits(want: readonly number[], have: readonly number[]): number {
  let hits = 0;
  let next = 0;
  for (const at of have) {
    while (next < want.length && (want[next] ?? 0) < at - REACH) next++;
    if (next < want.length && (want[next] ?? 0) <= at + REACH) {
      hits++;
      next++;
    }
  }
  return hits;
}

/** Words by gold speaker and voice: 0/0, 0/1, 1/0, 1/1. */
function tableOf(gold: Uint8Array, voices: Uint8Array): number[] {
  const table = [0, 0, 0, 0];
  for (const [index, speaker] of gold.entries()) {
    const cell = speaker * 2 + (voices[index] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
  }
  return table;
}

function f1(hits: number, want: number, have: number): number {
  return want + have === 0 ? 1 : (2 * hits) / (want + have);
}
