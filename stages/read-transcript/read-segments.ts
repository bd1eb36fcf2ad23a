import { checkTimes, clipDisplayTimes, endAtNext } from './check-times.js';
import { cutLine, dropRolledLines } from './drop-rolled-lines.js';
import type { ReaderLexicon } from './lexicon.js';
import { readMarkUp, type MarkedLine, type MarkedSegment } from './mark-up.js';
import { mergeHighlights } from './merge-highlights.js';
import type { Piece } from './piece.js';
import type { RawSegment } from './raw-segment.js';
import type { Reading } from './reader.js';
import { piecesOfRuns } from './run-pieces.js';
import { joinsOf } from './segment-joins.js';
import { findLabels, type LineLabel } from './segment-labels.js';
import { toChanges } from './voice-labels.js';

/** Lines of one segment that are one voice's. */
interface Stretch {
  /** The label that opens it; undefined where the voice before goes on. */
  readonly label: string | undefined;
  readonly lines: readonly MarkedLine[];
}

/** A source of this many segments or more, and this share of them one word long, times its words. */
const WORD_SEGMENTS = 20;
const WORD_SEGMENT_SHARE = 0.8;
const TWO_WORDS = /\S\s+\S/u;

/**
 * Reads the segments of any timed format: every such reader comes down to this, once it has found its segments. Mark-up is read,
 * what captions show twice is taken out, labels become changes of voice, and times inside a line become word times.
 */
export function readSegments(raw: readonly RawSegment[], lexicon: ReaderLexicon): Reading {
  return readMarkedSegments(dropRolledLines(mergeHighlights(raw.map(readMarkUp))), lexicon);
}

/** The same for segments whose mark-up has been read, and in which nothing stands twice. */
export function readMarkedSegments(marked: readonly MarkedSegment[], lexicon: ReaderLexicon): Reading {
  const segments = endAtNext(clipDisplayTimes(marked.filter(({ lines }) => lines.length > 0)));
  const stretches = stretchesOf(segments, lexicon);
  const labels = new Set<string>();
  for (const row of stretches) for (const { label } of row) if (label !== undefined) labels.add(label);
  const changeTo = toChanges([...labels], lexicon);
  const joins = joinsOf(segments);
  const isWordTimed = hasWordTimes(segments);
  const pieces: Piece[] = [];
  let voice: string | undefined;
  for (const [index, segment] of segments.entries()) {
    for (const [nth, { label, lines }] of (stretches[index] ?? []).entries()) {
      const isNew = label !== undefined && label !== (voice ?? '');
      const change = isNew ? changeOf(label, changeTo) : undefined;
      if (change !== undefined) pieces.push(change);
      if (label !== undefined) voice = label;
      const parts = piecesOfRuns(lines, segment, { lexicon, isNamed: label !== undefined, isWordTimed });
      const [first] = parts;
      if (nth === 0 && joins[index] === true && change === undefined && first?.type === 'words') parts[0] = { ...first, glued: true };
      for (const part of parts) pieces.push(part);
    }
  }
  return { pieces, episode: {}, diagnostics: checkTimes(segments) };
}

function hasWordTimes(segments: readonly MarkedSegment[]): boolean {
  if (segments.some(({ lines }) => lines.some(({ runs }) => runs.some(({ startMs }) => startMs !== undefined)))) return true;
  const words = segments.filter(({ lines }) => lines.length === 1 && !TWO_WORDS.test(lines[0]?.text.trim() ?? '')).length;
  return segments.length >= WORD_SEGMENTS && words >= segments.length * WORD_SEGMENT_SHARE;
}

function changeOf(label: string, changeTo: (label: string) => Piece | undefined): Piece | undefined {
  return label === '' ? { type: 'change' } : changeTo(label);
}

/** Parts each segment where another voice is named: by a tag, by a field of its own, or at the start of a line. */
function stretchesOf(segments: readonly MarkedSegment[], lexicon: ReaderLexicon): Stretch[][] {
  const isTagged = segments.some(({ lines, speaker }) => speaker !== undefined || lines.some(({ runs }) => runs.some(hasVoice)));
  if (isTagged) return segments.map(byTag);
  const labelOf = findLabels(segments, lexicon);
  let before: string | undefined;
  return segments.map(({ lines }) => {
    const stretches: { label: string | undefined; lines: MarkedLine[] }[] = [];
    for (const line of lines) {
      const found = labelOf(line.text, before);
      addLine(stretches, found === undefined ? line : cutLine(line, found.length), found);
      before = line.text;
    }
    return stretches;
  });
}

function addLine(stretches: { label: string | undefined; lines: MarkedLine[] }[], line: MarkedLine, found: LineLabel | undefined): void {
  const last = stretches.at(-1);
  if (last !== undefined && found === undefined) last.lines.push(line);
  else stretches.push({ label: found?.label, lines: [line] });
}

function hasVoice({ voice }: { readonly voice?: string | undefined }): boolean {
  return voice !== undefined;
}

function byTag({ lines, speaker }: MarkedSegment): Stretch[] {
  const stretches: { label: string | undefined; lines: { number: number; text: string; runs: MarkedLine['runs'][number][] }[] }[] = [];
  for (const { number, runs } of lines)
    for (const run of runs) {
      const label = run.voice === undefined ? speaker : run.voice.endsWith('?') ? '' : run.voice;
      const last = stretches.at(-1);
      const line = last?.lines.at(-1);
      if (last === undefined || (label !== last.label && run.text.trim() !== ''))
        stretches.push({ label, lines: [{ number, text: run.text, runs: [run] }] });
      else if (line?.number === number) {
        line.runs.push(run);
        line.text += run.text;
      } else last.lines.push({ number, text: run.text, runs: [run] });
    }
  return stretches;
}
