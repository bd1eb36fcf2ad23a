import type { Diagnostic } from '../../schemas/diagnostic.js';
import { countFaults } from './count-faults.js';
import type { Piece } from './piece.js';

export interface WithoutLoops {
  readonly pieces: readonly Piece[];
  /** Segments that only repeated the one before. */
  readonly repeated: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A recogniser that hangs writes a line at least this often; people seldom say a sentence that often on end. */
const LOOP_LENGTH = 5;
/** One word: "no, no, no, no, no" is said, so it takes more. */
const WORD_LOOP_LENGTH = 12;
const TWO_WORDS = /\S\s+\S/u;
const MESSAGES = { 'repeated-segments': 'the recogniser wrote a segment again and again; it is kept once' };

/** Segments on end with the same words, where they are a recogniser's loop: where it begins and ends among the pieces. */
interface Run {
  readonly key: string;
  readonly from: number;
  to: number;
  count: number;
  hasMarks: boolean;
}

/** Keeps once what a recogniser wrote again and again: the same segment five times on end, with no other voice named in between. */
export function dropLoops(pieces: readonly Piece[]): WithoutLoops {
  const loops = runsOf(pieces).filter(isLoop);
  if (loops.length === 0) return { pieces, repeated: 0, diagnostics: [] };
  const faults = countFaults();
  const kept: Piece[] = [];
  let next = 0;
  for (const [index, piece] of pieces.entries()) {
    while ((loops[next]?.to ?? index) < index) next++;
    const loop = loops[next];
    const isRepeated = loop !== undefined && index > loop.from && index <= loop.to && piece.type !== 'event';
    if (!isRepeated) kept.push(piece);
    else if (piece.type === 'words') faults.add('repeated-segments', piece.line);
  }
  const repeated = loops.reduce((sum, { count }) => sum + count - 1, 0);
  return { pieces: kept, repeated, diagnostics: faults.diagnostics(MESSAGES) };
}

function isLoop({ key, count, hasMarks }: Run): boolean {
  return TWO_WORDS.test(key) ? count >= LOOP_LENGTH : count >= WORD_LOOP_LENGTH && !hasMarks;
}

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let isMarked = false;
  for (const [index, piece] of pieces.entries()) {
    if (piece.type === 'event') continue;
    if (piece.type === 'change') {
      isMarked = true;
      if (piece.label !== undefined) run = undefined;
      continue;
    }
    // Words with times of their own are no segments: what is said word by word may well come back.
    const key = piece.timedWord === true || piece.glued === true ? undefined : toKey(piece.text);
    if (key !== undefined && key === run?.key) {
      run.to = index;
      run.count++;
      run.hasMarks ||= isMarked;
    } else {
      run = key === undefined ? undefined : { key, from: index, to: index, count: 1, hasMarks: false };
      if (run !== undefined) runs.push(run);
    }
    isMarked = false;
  }
  return runs;
}

function toKey(text: string): string {
  return text.trim().toLowerCase();
}
