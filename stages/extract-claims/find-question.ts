import type { Doc, Sentence } from '../../schemas/document.js';
import { lastStartingBy, type Span } from '../../schemas/span.js';
import type { Turn } from '../../schemas/turn.js';
import type { ClaimWords } from './lexicon.js';
import type { Reading } from './read-tokens.js';
import type { Clause, Run } from './split-clauses.js';

/** A claim answers when it begins within so many tokens of its turn: "Yeah, no, I think it does." */
const OPENING_TOKENS = 10;
/** In text whose marks are restored, a question shows within so many tokens of its sentence. */
const QUESTION_OPENING = 4;

/** The question that a claim answers: the last sentence of another voice, right before the claim's turn. */
export function findQuestion(
  { first, turn: index }: Clause & Pick<Run, 'turn'>,
  doc: Doc<'sentences' | 'turns'>,
  { reading, words }: { readonly reading: Reading; readonly words: ClaimWords },
): (Span & { readonly turn: number }) | undefined {
  const { sentences, turns } = doc.layers;
  const turn = turns[index];
  const before = turns[index - 1];
  if (turn === undefined || before === undefined || isOneVoice(turn, before)) return undefined;
  const opening = reading.tokens[first - OPENING_TOKENS];
  if (opening !== undefined && opening.start >= turn.start) return undefined;
  const last = sentences[lastStartingBy(sentences, before.end - 1)];
  if (last === undefined || last.start < before.start || !asks(last, reading, words)) return undefined;
  return { start: last.start, end: Math.min(last.end, before.end), turn: index - 1 };
}

function isOneVoice(turn: Turn, before: Turn): boolean {
  return turn.voice !== null && turn.voice === before.voice;
}

function asks({ firstToken, endToken, by }: Sentence, { keys, cuesFrom }: Reading, { cues }: ClaimWords): boolean {
  for (let at = Math.max(firstToken, endToken - 2); at < endToken; at++) if (keys[at] === '?') return true;
  if (by === 'punctuation') return false;
  return cuesFrom
    .slice(firstToken, firstToken + QUESTION_OPENING)
    .some((hits) => hits.some(({ cue }) => cues.cues[cue]?.id === 'not.question'));
}
