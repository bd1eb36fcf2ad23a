import type { Doc } from '../../schemas/document.js';
import type { Boundary, BoundaryKind, Turn } from '../../schemas/turn.js';
import type { Hearing } from './hear-voices.js';
import type { Decoding } from './lexicon.js';

/** Runs of units in one voice become turns; voices are numbered in the order in which they are heard. */
export function toTurns(doc: Doc<'tokens' | 'changes'>, { gaps, path, posteriors }: Hearing): Turn[] {
  const { tokens, changes } = doc.layers;
  const turns: Turn[] = [];
  const isOneVoice = path.every((state) => state === path[0]);
  let from = 0;
  while (from < gaps.count) {
    let to = from + 1;
    while (to < gaps.count && path[to] === path[from]) to++;
    const firstToken = gaps.token[from] ?? 0;
    const endToken = gaps.token[to] ?? tokens.length;
    const confidence = meanPosterior({ gaps, path, posteriors }, from, to);
    const voice = path[from] === path[0] ? 0 : 1;
    turns.push({
      start: tokens[firstToken]?.start ?? 0,
      end: tokens[endToken - 1]?.end ?? doc.text.length,
      voice,
      confidence,
      // A voice that is never heard is nobody's rival.
      candidates: isOneVoice ? [{ voice, confidence }] : bestFirst(voice, confidence),
      boundary: from === 0 ? 'start' : kindOf(gaps.marked[from] === 1, changes.length > 0),
    });
    from = to;
  }
  return turns;
}

/** The places where a change was considered and was not certain, and every mark that was not followed. */
export function uncertainBoundaries(
  doc: Doc<'tokens'>,
  { gaps, path, posteriors }: Hearing,
  { from, to }: Decoding['uncertain'],
): Boundary[] {
  const boundaries: Boundary[] = [];
  for (let gap = 1; gap < gaps.count; gap++) {
    const score = posteriors.change[gap] ?? 0;
    const taken = path[gap] !== path[gap - 1];
    const strayMark = !taken && gaps.marked[gap] === 1;
    if (strayMark || (score > from && score < to))
      boundaries.push({ at: doc.layers.tokens[gaps.token[gap] ?? 0]?.start ?? 0, score: rounded(score), taken });
  }
  return boundaries;
}

function kindOf(marked: boolean, anyMarks: boolean): BoundaryKind {
  if (marked) return 'mark';
  return anyMarks ? 'silent' : 'inferred';
}

/** How sure the units' voice is, each unit counting by its tokens. */
function meanPosterior({ gaps, path, posteriors }: Hearing, from: number, to: number): number {
  let sum = 0;
  for (let unit = from; unit < to; unit++) {
    const first = posteriors.first[unit] ?? 0;
    sum += ((gaps.token[unit + 1] ?? 0) - (gaps.token[unit] ?? 0)) * (path[unit] === 0 ? first : 1 - first);
  }
  return rounded(sum / ((gaps.token[to] ?? 0) - (gaps.token[from] ?? 0)));
}

function bestFirst(voice: number, confidence: number): Turn['candidates'] {
  const other = { voice: 1 - voice, confidence: rounded(1 - confidence) };
  return confidence >= 0.5 ? [{ voice, confidence }, other] : [other, { voice, confidence }];
}

/** Four decimals are more than is known, and keep the output's bytes equal across machines. */
function rounded(share: number): number {
  return Math.round(share * 10000) / 10000;
}
