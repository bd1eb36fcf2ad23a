import type { PartOfSpeech, Token } from '../../schemas/document.js';
import type { TokenRange, Writing } from './candidate.js';
import { wordsOf, type TagContext } from './context.js';
import type { Sense } from './gazetteer.js';
import type { EntityLexicon } from './lexicon.js';
import type { Shape } from './read-case.js';

/** A listed form where it stands. */
export interface Match extends TokenRange {
  readonly sense: Sense;
  /** The words are the plural of the form. */
  readonly plural: boolean;
}

// "Gpu" | "GPU", "C++"
const SMALL = /\p{Ll}/u;
// "GPUs" | "GPU"
const PLURAL_ENDING = /s$/;

/** Whether the capitals of a listed form say that it is a name. */
export function writingOf({ from, to, sense }: Match, context: TagContext): Writing {
  const { shapes, opens } = context.reading;
  if (sense.acronym) {
    const letters = wordsOf(context, from, to).replace(PLURAL_ENDING, '');
    if (SMALL.test(letters)) return 'plain';
    return letters.length === 1 && opens[from] === true ? 'opening' : 'name';
  }
  for (let at = from + 1; at < to; at++) if (isCapital(shapes[at])) return 'name';
  if (shapes[from] === 'inner') return 'name';
  if (shapes[from] !== 'capital') return 'plain';
  return opens[from] === true ? 'opening' : 'name';
}

/** False where the letters of a form come together by chance. */
export function isMeant(match: Match & { readonly written: Writing }, context: TagContext): boolean {
  const bare = match.written === 'plain' && !context.reading.wall && match.sense.listed.type !== 'concept';
  const last = context.tokens[match.to - 1];
  if (match.plural && (bare || last?.pos === 'VERB')) return false;
  // "they slack off", "a swift reply"
  const alone = match.written === 'plain' && match.to - match.from === 1;
  if (alone && match.sense.listed.type !== 'concept' && !NOMINAL.has(last?.pos ?? 'X') && last?.lower.includes('-') !== true) return false;
  return !isCutOut(match, context) && isWhole(match, context, bare);
}

/** What a name in small letters may be taken for. */
const NOMINAL: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'NUM', 'X']);

const LETTER = /\p{L}/u;
const ADDRESS = new Set(['/', '.', '@']);

/** The "ai" of "ain't" is no AI, and a small word in an address ("github.com/marigold") names nothing. */
function isCutOut({ from, to, sense, written }: Match & { readonly written: Writing }, { tokens }: TagContext): boolean {
  const [before, first, last, next, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to], tokens[to + 1]];
  const touchesNext = next !== undefined && next.start === last?.end;
  if (touchesNext && next.lower === "n't") return true;
  if (written !== 'plain') return false;
  if (touchesNext && next.lower === '.' && after?.start === next.end && LETTER.test(after.lower)) return true;
  return sense.listed.type !== 'concept' && before !== undefined && before.end === first?.start && ADDRESS.has(before.lower);
}

/** Words that no name of one word falls apart into: `in to` is not Into, `do it` is not DoIt. */
const GLUE: ReadonlySet<PartOfSpeech> = new Set(['DET', 'ADP', 'PRON', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'INTJ', 'ADV']);

/** A name of one word that is written as several ("Swift UI") must show it by its capitals, and be no row of little words. */
function isWhole({ from, to, sense }: Match, { tokens, lexicon, reading: { shapes } }: TagContext, bare: boolean): boolean {
  if (!sense.oneWord || to - from === 1) return true;
  const pieces = tokens.slice(from, to);
  if (pieces.every((token, index) => index === 0 || pieces[index - 1]?.end === token.start)) return true;
  if (sense.acronym) return shapes.slice(from + 1, to).every(isCapital) && (isCapital(shapes[from]) || isArticleMisheard(pieces, lexicon));
  if (bare) return false;
  // "fast AI", "Git Hub"; not "a DA", "in to".
  const glue = pieces.filter((token) => GLUE.has(token.pos));
  return glue.length === 0 || (isCapital(shapes[to - 1]) && !glue.some(isLetter));
}

function isCapital(shape: Shape | undefined): boolean {
  return shape === 'capital' || shape === 'inner';
}

function isLetter({ start, end }: Token): boolean {
  return end - start === 1;
}

/** "a WS" may be AWS misheard; "a PM" is a PM, "as ML" is ML. */
function isArticleMisheard([article, ...rest]: readonly Token[], { gazetteer, notNames }: EntityLexicon): boolean {
  const letters = rest.map(({ lower }) => lower).join('');
  return article?.lower === 'a' && !notNames.has(letters) && !gazetteer.senses.has(letters);
}
