import type { ChangeMark, Doc, ReadLayers } from '../../schemas/document.js';
import { shuffled } from '../../stages/random.js';

/** The document as a source without change marks would have given it. */
export function withoutMarks(doc: Doc<ReadLayers>): Doc<ReadLayers> {
  return withMarks(doc, []);
}

/**
 * The document with a share of its change marks deleted at random, and false ones (as a share of the true) added where segments begin.
 *
 * @param random numbers in [0, 1): seed it, and the same marks go.
 */
export function disturbMarks(
  doc: Doc<ReadLayers>,
  { deleted, added }: { deleted: number; added: number },
  random: () => number,
): Doc<ReadLayers> {
  const { changes, segments } = doc.layers;
  const places = new Set(changes.map(({ at }) => at));
  const free = segments.map(({ start }) => start).filter((at) => at > 0 && !places.has(at));
  const left = shuffled(changes, random).slice(Math.round(deleted * changes.length));
  const stray = shuffled(free, random).slice(0, Math.round(added * changes.length));
  const marks: ChangeMark[] = [...left, ...stray.map((at) => ({ at }))];
  return withMarks(
    doc,
    marks.sort((a, b) => a.at - b.at),
  );
}

function withMarks(doc: Doc<ReadLayers>, changes: readonly ChangeMark[]): Doc<ReadLayers> {
  return { ...doc, layers: { ...doc.layers, changes } };
}
