import type { Span } from '../../schemas/span.js';
import type { SectionKind } from '../../schemas/topic.js';
import type { Break } from './find-breaks.js';

/** A section before it has a title. */
export interface KindSpan extends Span {
  readonly kind: SectionKind;
}

/** Lays breaks over sections: each break is a section of its own, and what is left of the others is content. Together they still cover the text. */
export function layBreaks(sections: readonly Span[], breaks: readonly Break[], leastContent: number): KindSpan[] {
  if (breaks.length === 0) return sections.map(({ start, end }) => ({ start, end, kind: 'content' }));
  const laid: KindSpan[] = [];
  const last = sections.at(-1)?.end ?? 0;
  let from = 0;
  for (const { start, end, kind } of breaks) {
    laid.push(...contentOf(sections, { start: from, end: start - 1 }, leastContent), { start, end, kind });
    from = end + 1;
  }
  return [...laid, ...contentOf(sections, { start: from, end: last }, leastContent)];
}

/** The parts of sections inside a stretch; one that is too short for a section goes to the one before it, or after it. */
function contentOf(sections: readonly Span[], stretch: Span, leastContent: number): KindSpan[] {
  const parts: { start: number; end: number; kind: 'content' }[] = [];
  for (const section of sections) {
    const start = Math.max(section.start, stretch.start);
    const end = Math.min(section.end, stretch.end);
    if (end <= start) continue;
    const before = parts.at(-1);
    if (before !== undefined && (end - start < leastContent || before.end - before.start < leastContent)) before.end = end;
    else parts.push({ start, end, kind: 'content' });
  }
  return parts;
}
