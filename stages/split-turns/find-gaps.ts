import type { ChangeMark, Sentence, Token } from '../../schemas/document.js';
import { DASH, ELLIPSIS, type WordView } from './view-words.js';

/** The places where another voice may begin. Each opens a unit of words that runs to the next one. */
export interface Gaps {
  readonly count: number;
  /** First token of each unit, the start of the text being the first; one more entry than `count` closes the last unit. */
  readonly token: Int32Array;
  /** 1 where the gap lies inside text without punctuation. */
  readonly inWall: Uint8Array;
  /** 1 where the source marks a change. */
  readonly marked: Uint8Array;
}

interface TextLayers {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly changes: readonly ChangeMark[];
}

/** Sentence starts, places after a dash or dots inside a sentence, and in a wall what `mayOpen` lets pass. A gap has white space before it. */
export function findGaps(view: WordView, { tokens, sentences, changes }: TextLayers, mayOpen: (at: number) => boolean): Gaps {
  const token: number[] = [];
  const inWall: number[] = [];
  let previous: Sentence['by'] = 'punctuation';
  const marks = new Set(changes.map((change) => change.at));
  const isMarked = (index: number): boolean => marks.has(tokens[index]?.start ?? -1);
  const isOpening = (index: number): boolean => index === 0 || (view.mark[index] === 0 && (isMarked(index) || mayOpen(index)));
  for (const sentence of sentences) {
    const guessed = sentence.by === 'restored';
    for (let index = sentence.firstToken; index < sentence.endToken; index++) {
      const opens = index === sentence.firstToken;
      if (index > 0 && !spaceBefore(tokens, index)) continue;
      const afterWall = guessed && !(opens && previous === 'punctuation');
      if (afterWall ? !opens && !isOpening(index) : !opens && !afterBreak(view, index)) continue;
      token.push(index);
      inWall.push(afterWall ? 1 : 0);
    }
    previous = sentence.by;
  }
  const marked = Uint8Array.from(token, (index) => (isMarked(index) ? 1 : 0));
  return { count: token.length, token: Int32Array.from([...token, tokens.length]), inWall: Uint8Array.from(inWall), marked };
}

function spaceBefore(tokens: readonly Token[], index: number): boolean {
  return (tokens[index - 1]?.end ?? 0) < (tokens[index]?.start ?? 0);
}

/** After "as they say in the--" or "well…" somebody else may go on, though no sentence has ended. */
function afterBreak(view: WordView, index: number): boolean {
  const before = view.mark[index - 1];
  return view.mark[index] === 0 && (before === DASH || before === ELLIPSIS);
}
