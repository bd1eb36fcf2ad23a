/** A span of time in which one voice speaks. */
export interface VoiceSpan {
  readonly startMs: number;
  readonly endMs: number;
  readonly label: string;
}

/**
 * The voice at each time, where a recogniser lists voices apart from words. Times are asked for in any order; undefined where nobody
 * is listed, so that the voice before goes on.
 */
export function labelByTime(spans: readonly VoiceSpan[]): (ms: number | undefined) => string | undefined {
  const sorted = [...spans].sort((a, b) => a.startMs - b.startMs);
  return (ms) => {
    if (ms === undefined) return undefined;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.startMs ?? 0) <= ms) low = middle + 1;
      else high = middle;
    }
    const last = sorted[low - 1];
    return last !== undefined && ms < last.endMs ? last.label : undefined;
  };
}
