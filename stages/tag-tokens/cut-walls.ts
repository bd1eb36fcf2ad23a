import type { Sentence, Token } from '../../schemas/document.js';
import type { Span } from '../../schemas/span.js';
import type { ClauseOpeners } from './lexicon.js';

export interface SentencePart {
  /** Half-open range of tokens. */
  readonly range: Span;
  readonly by: Sentence['by'];
}

/** A sentence of more tokens than this, with hardly a comma in it, is a wall. In the punctuated shows of Changelog Media 1 sentence in 400 is that long. */
const WALL_TOKENS = 60;
const TOKENS_PER_PAUSE = 40;

/** Cuts walls (long stretches without punctuation) before the words that usually open a clause; leaves real sentences alone. */
export function cutWalls(ranges: readonly Span[], tokens: readonly Token[], openers: ClauseOpeners): SentencePart[] {
  return ranges.flatMap((range) => (isWall(range, tokens) ? cutWall(range, tokens, openers) : [{ range, by: 'punctuation' as const }]));
}

function isWall(range: Span, tokens: readonly Token[]): boolean {
  const count = range.end - range.start;
  if (count <= WALL_TOKENS) return false;
  let pauses = 0;
  for (let index = range.start; index < range.end; index++) if (tokens[index]?.pos === 'PUNCT') pauses++;
  return pauses * TOKENS_PER_PAUSE < count;
}

function cutWall(range: Span, tokens: readonly Token[], openers: ClauseOpeners): SentencePart[] {
  const parts: SentencePart[] = [];
  let start = range.start;
  while (start < range.end) {
    const end = nextCut({ start, end: range.end }, tokens, openers);
    parts.push({ range: { start, end }, by: 'guess' });
    start = end;
  }
  return parts;
}

/** The first strong opener after the shortest length, else the best weak one before the longest. */
function nextCut(rest: Span, tokens: readonly Token[], openers: ClauseOpeners): number {
  const limit = Math.min(rest.end, rest.start + openers.longest);
  let best = { at: limit, weight: 0 };
  for (let index = rest.start + openers.shortest; index < limit; index++) {
    const weight = openerWeight(index, tokens, openers);
    if (weight >= openers.cutAt) return index;
    if (weight > best.weight) best = { at: index, weight };
  }
  return rest.end - rest.start <= openers.longest ? rest.end : best.at;
}

function openerWeight(index: number, tokens: readonly Token[], openers: ClauseOpeners): number {
  const word = tokens[index]?.lower ?? '';
  const next = tokens[index + 1]?.lower ?? '';
  const previous = tokens[index - 1]?.lower ?? '';
  if (openers.bindsNext.has(previous)) return 0;
  return openers.weights.get(`${word} ${next}`) ?? openers.weights.get(word) ?? 0;
}
