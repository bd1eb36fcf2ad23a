import type { Doc, Token } from '../../schemas/document.js';

/** How a token is written: not with letters, all small, first letter a capital (`Swift`), or a capital further on (`MLIR`, `iPhone`). */
export type Shape = 'none' | 'small' | 'capital' | 'inner';

/** What the capitals of a document say. */
export interface CaseReading {
  readonly shapes: readonly Shape[];
  /** True where a capital may only mean that a sentence or a quotation begins. */
  readonly opens: readonly boolean[];
  /** How often each lower-cased word is written with a capital where nothing begins. */
  readonly capitals: ReadonlyMap<string, number>;
  /** How often each word is written in small letters. */
  readonly small: ReadonlyMap<string, number>;
  /** True for text that hardly has capitals, where their absence says nothing. */
  readonly wall: boolean;
}

/** Below this share of words with a capital, a text is taken to be without case. English speech that is written with care has 8 to 12 in a hundred. */
const WALL_SHARE = 0.015;

const CAPITAL = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const OPENERS = new Set(['"', '“', '‘', ':', '(', '[', '-', '–', '—', '…', '...', '--', '>>', '*', '>']);

/** Reads how each token is written, and where a capital proves nothing. */
export function readCase({ text, layers: { tokens, sentences } }: Doc<'tokens' | 'sentences'>): CaseReading {
  const shapes = tokens.map((token) => shapeOf(text, token));
  const opens = new Array<boolean>(tokens.length).fill(false);
  for (const { firstToken, endToken } of sentences) markOpenings(opens, { tokens, shapes, firstToken, endToken });

  const capitals = new Map<string, number>();
  const small = new Map<string, number>();
  let words = 0;
  let withCapital = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const shape = shapes[index];
    if (token === undefined || shape === 'none') continue;
    words++;
    if (shape === 'small') small.set(token.lower, (small.get(token.lower) ?? 0) + 1);
    else withCapital++;
    if (shape !== 'small' && opens[index] === false) capitals.set(token.lower, (capitals.get(token.lower) ?? 0) + 1);
  }
  return { shapes, opens, capitals, small, wall: withCapital < words * WALL_SHARE };
}

/** Character by character: a regex over each of an episode's words takes longer than the rest of this step. */
function shapeOf(text: string, { start, end }: Token): Shape {
  let shape: Shape = 'none';
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isCapital(text, at, code)) {
      if (at > start) return 'inner';
      shape = 'capital';
    } else if (shape === 'none' && isLetter(text, at, code)) shape = 'small';
  }
  return shape;
}

function isCapital(text: string, at: number, code: number): boolean {
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(text.charAt(at));
}

function isLetter(text: string, at: number, code: number): boolean {
  return code < 128 ? code >= 97 && code <= 122 : LETTER.test(text.charAt(at));
}

interface Stretch {
  readonly tokens: readonly Token[];
  readonly shapes: readonly Shape[];
  readonly firstToken: number;
  readonly endToken: number;
}

/** The first word of a sentence opens, and so does the word after a quotation mark, a colon or a dash. */
function markOpenings(opens: boolean[], { tokens, shapes, firstToken, endToken }: Stretch): void {
  let open = true;
  for (let index = firstToken; index < endToken; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (shapes[index] !== 'none') {
      opens[index] = open;
      open = false;
    } else if (OPENERS.has(token.lower)) {
      // The hyphen of "time-series" joins, the dash of "well - Swift" opens.
      open ||= token.lower !== '-' || tokens[index + 1]?.start !== token.end;
    }
  }
}
