import type { ChangeMark, Token } from '../../schemas/document.js';
import type { Span } from '../../schemas/span.js';

/** Cuts token ranges wherever the source marks another voice, so that no sentence has two speakers by mistake. */
export function cutAtChanges(ranges: readonly Span[], tokens: readonly Token[], changes: readonly ChangeMark[]): Span[] {
  const parts: Span[] = [];
  let next = 0;
  for (const range of ranges) {
    let start = range.start;
    for (let index = range.start; index < range.end; index++) {
      const at = tokens[index]?.start ?? 0;
      while (next < changes.length && (changes[next]?.at ?? 0) < at) next++;
      if (changes[next]?.at === at && index > start) {
        parts.push({ start, end: index });
        start = index;
      }
    }
    if (range.end > start) parts.push({ start, end: range.end });
  }
  return parts;
}
