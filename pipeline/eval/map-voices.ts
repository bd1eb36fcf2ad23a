/** Number of words that a voice and a gold speaker share. */
export type SharedWords = (voice: string, speaker: string) => number;

/**
 * The one-to-one mapping of voices to gold speakers that gets the most words right (the assignment problem, by the
 * Hungarian method with potentials, O(n³)). Voices that share no word with their speaker stay unmapped.
 */
export function mapVoices(voices: readonly string[], speakers: readonly string[], shared: SharedWords): ReadonlyMap<string, string> {
  const size = Math.max(voices.length, speakers.length);
  const gain = (row: number, column: number): number => {
    const [voice, speaker] = [voices[row], speakers[column]];
    return voice === undefined || speaker === undefined ? 0 : shared(voice, speaker);
  };
  const columnOf = assign(size, (row, column) => -gain(row, column));
  return new Map(
    voices.flatMap((voice, row) => {
      const speaker = speakers[columnOf[row] ?? size];
      return speaker !== undefined && shared(voice, speaker) > 0 ? [[voice, speaker] as const] : [];
    }),
  );
}

/** The column of each row in the cheapest perfect matching of a square matrix. */
function assign(size: number, cost: (row: number, column: number) => number): readonly number[] {
  // Rows and columns count from 1; column 0 is the place from which an unmatched row looks for one.
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    const cameFrom = new Int32Array(size + 1);
    const slack = new Float64Array(size + 1).fill(Infinity);
    const visited = new Uint8Array(size + 1);
    let column = 0;
    while (at(rowOf, column) !== 0) {
      visited[column] = 1;
      const current = at(rowOf, column);
      let next = 0;
      let step = Infinity;
      for (let other = 1; other <= size; other++) {
        if (visited[other] === 1) continue;
        const reduced = cost(current - 1, other - 1) - at(rowPotential, current) - at(columnPotential, other);
        if (reduced < at(slack, other)) {
          slack[other] = reduced;
          cameFrom[other] = column;
        }
        if (at(slack, other) < step) {
          step = at(slack, other);
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (visited[other] === 1) {
          rowPotential[at(rowOf, other)] = at(rowPotential, at(rowOf, other)) + step;
          columnPotential[other] = at(columnPotential, other) - step;
        } else slack[other] = at(slack, other) - step;
      }
      column = next;
    }
    while (column !== 0) {
      const previous = at(cameFrom, column);
      rowOf[column] = at(rowOf, previous);
      column = previous;
    }
  }
  const columnOf = new Array<number>(size).fill(-1);
  for (let column = 1; column <= size; column++) columnOf[at(rowOf, column) - 1] = column - 1;
  return columnOf;
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0;
}
