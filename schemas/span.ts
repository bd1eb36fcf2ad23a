/** Half-open range `[start, end)` of UTF-16 code units in a document's canonical text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words of a span, exactly as the canonical text has them. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Number of code units that the two spans share. */
export function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The same span, `by` code units further right. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Order of spans: by start, then by end. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/**
 * The index of the span that holds `at`, in a sorted row of spans that do not overlap; -1 where none does.
 *
 * @example indexAt([{ start: 0, end: 4 }, { start: 5, end: 9 }], 6) // 1
 */
export function indexAt(spans: readonly Span[], at: number): number {
  const index = lastStartingBy(spans, at);
  const span = spans[index];
  return span !== undefined && at < span.end ? index : -1;
}

/** The index of the last span that starts at or before `at`, in a row sorted by start; -1 where none does. */
export function lastStartingBy(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
