import type { EpisodeGraph } from '../../schemas/graph.js';
import type { Span } from '../../schemas/span.js';

/** Where a run of source lines stands in the canonical text. A row of them is sorted, in lines and in text. */
export interface LinePlace extends Span {
  readonly line: number;
  readonly endLine: number;
}

/** Where the words of a line are to be looked for; an empty span where it has none of its own. */
export function searchSpan(places: readonly LinePlace[], line: number): Span {
  const own = places.filter((place) => place.line <= line && line <= place.endLine);
  const [first] = own;
  const last = own.at(-1);
  if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  const at = startOfLine(places, line);
  return { start: at, end: at };
}

/** Where a line begins. Exact where a place begins with it; inside a longer place, an estimate; without words of its own, the next words. */
export function startOfLine(places: readonly LinePlace[], line: number): number {
  const exact = places.find((place) => place.line === line);
  if (exact !== undefined) return exact.start;
  const around = places.find((place) => place.line < line && line <= place.endLine);
  if (around !== undefined) {
    const share = (line - around.line) / (around.endLine - around.line + 1);
    return Math.round(around.start + share * (around.end - around.start));
  }
  return places.find((place) => place.line > line)?.start ?? places.at(-1)?.end ?? 0;
}

/** What the lines from `first` to `last` hold of the text. */
export function spanOfLines(places: readonly LinePlace[], first: number, last: number): Span {
  const start = startOfLine(places, first);
  const end = places.findLast((place) => place.line <= last)?.end ?? start;
  return { start, end: Math.max(start, end) };
}

/**
 * Line places from a graph alone, for when its transcript is not at hand: exact wherever a turn, a mention, a claim or
 * an event says its line, and one longer place between two of those.
 */
export function placesFromGraph(graph: EpisodeGraph): readonly LinePlace[] {
  const anchors = anchorsOf(graph).sort((a, b) => a.at - b.at || a.line - b.line);
  return anchors.flatMap(({ at, line }, index) => {
    const next = anchors[index + 1];
    return next === undefined || next.at === at ? [] : [{ start: at, end: next.at, line, endLine: Math.max(line, next.line) }];
  });
}

interface Anchor {
  readonly at: number;
  readonly line: number;
}

function anchorsOf(graph: EpisodeGraph): Anchor[] {
  return Object.values(graph.graph.nodes).flatMap(({ metadata }): Anchor[] => {
    if (metadata.type === 'Entity') return metadata.mentions.map(({ start, line }) => ({ at: start, line }));
    if (metadata.type !== 'Turn' && metadata.type !== 'Claim' && metadata.type !== 'Section') return [];
    const from = { at: metadata.start, line: metadata.line };
    return metadata.type === 'Turn' ? [from, { at: metadata.end, line: metadata.endLine }] : [from];
  });
}
