import type { PartOfSpeech, Token } from '../../schemas/document.js';
import type { TokenRange } from './candidate.js';
import type { TagContext } from './context.js';
import { fold } from './fold.js';
import type { EntityLexicon } from './lexicon.js';
import type { CaseReading } from './read-case.js';

/** Little words inside names: "University of San Francisco". */
const INSIDE = new Set(['of', 'the', 'for', 'de', 'van', 'von', 'der', 'den', 'la', 'da', 'del', '&', '-', "'", '’', '.']);
const MOST_INSIDE = 2;
// the "a." of "Ruth A. Marigold" | "st."
const INITIAL = /^\p{L}\.$/u;

/** Words of these kinds carry a capital only by chance. */
const NEVER: ReadonlySet<PartOfSpeech> = new Set(['PRON', 'DET', 'AUX', 'CCONJ', 'SCONJ', 'INTJ', 'PART', 'PUNCT', 'SYM', 'SPACE']);

/** What a word must be for the capital of a sentence's beginning to be part of a name. */
const MAY_OPEN: ReadonlySet<PartOfSpeech> = new Set(['PROPN', 'NOUN', 'ADJ', 'X']);

/** Finds runs of capitalised words that no list knows, in order. `taken` holds the tokens that are named already. */
export function findUnlisted(context: TagContext, taken: ReadonlySet<number>): TokenRange[] {
  const { doc, tokens, reading } = context;
  const isName = (at: number): boolean => !taken.has(at) && mayName(at, context);
  const runs: TokenRange[] = [];
  for (const { firstToken, endToken } of doc.layers.sentences) {
    let at = firstToken;
    while (at < endToken) {
      if (!isName(at)) {
        at++;
        continue;
      }
      const to = endOfRun(at, Math.min(endToken, tokens.length), { tokens, isName });
      const from = reading.opens[at] === true ? afterOpening(at, context) : withArticle(at, context);
      if (from < to && (to - from > 1 || !isFragment(tokens, from))) runs.push({ from, to });
      at = to;
    }
  }
  return runs;
}

function mayName(at: number, { tokens, reading, lexicon, people }: TagContext): boolean {
  const token = tokens[at];
  const shape = reading.shapes[at];
  if (token === undefined) return false;
  // Without capitals, only what is hardly ever anything else is a given name.
  if (reading.wall && shape === 'small') return isGivenName(token, lexicon);
  if (shape !== 'capital' && shape !== 'inner') return false;
  if (people.has(fold(token.lower))) return true;
  return !NEVER.has(token.pos) && !isNoName(token.lower, lexicon.notNames) && !isMostlySmall(token.lower, reading);
}

function isGivenName({ lower, pos }: Token, { gazetteer, notNames }: EntityLexicon): boolean {
  return MAY_OPEN.has(pos) && gazetteer.firstNames.get(fold(lower)) === 'nothing' && !isNoName(lower, notNames);
}

// "No.", "PRs" | "St"
const ENDING = /[.s]$/;

function isNoName(word: string, notNames: ReadonlySet<string>): boolean {
  const plain = word.replace('’', "'");
  return notNames.has(plain) || notNames.has(plain.replace(ENDING, '')) || notNames.has(plain.slice(0, plain.indexOf('-') + 1));
}

/** A word that the episode writes small at least as often as with a capital is a word. */
function isMostlySmall(word: string, { capitals, small }: CaseReading): boolean {
  return (small.get(word) ?? 0) >= Math.max(1, capitals.get(word) ?? 0);
}

interface Row {
  readonly tokens: readonly Token[];
  readonly isName: (at: number) => boolean;
}

/** Where a run that begins at a name ends: little words, initials and joining signs may stand inside. */
function endOfRun(at: number, limit: number, { tokens, isName }: Row): number {
  let to = at + 1;
  for (let next = to; next < Math.min(limit, to + MOST_INSIDE + 1); next++) {
    const token = tokens[next];
    if (token === undefined) break;
    if (isName(next)) to = next + 1;
    else if (INITIAL.test(token.lower) && isName(next + 1)) continue;
    else if (!INSIDE.has(token.lower) || (token.pos === 'PUNCT' && tokens[next - 1]?.end !== token.start)) break;
  }
  return to;
}

/** Where a run begins whose first word opens a sentence: there, if the word is known as a name; else behind it. */
function afterOpening(at: number, { tokens, reading, lexicon, people }: TagContext): number {
  const token = tokens[at];
  if (token === undefined || reading.shapes[at] === 'inner') return at;
  const key = fold(token.lower);
  if (people.has(key) || lexicon.gazetteer.firstNames.get(key) === 'nothing' || (reading.capitals.get(token.lower) ?? 0) > 0) return at;
  const next = reading.shapes[at + 1];
  return (next === 'capital' || next === 'inner') && MAY_OPEN.has(token.pos) ? at : at + 1;
}

/** "The" before a run, with a capital inside a sentence, belongs to the name. */
function withArticle(at: number, { tokens, reading: { shapes, opens } }: TagContext): number {
  return tokens[at - 1]?.lower === 'the' && shapes[at - 1] === 'capital' && opens[at - 1] === false ? at - 1 : at;
}

/** One letter alone, and what hangs on a number ("4K"), names nothing. */
function isFragment(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || token.lower.replace('.', '').length === 1) return true;
  return before?.end === token.start && before.pos === 'NUM';
}
