import type { Doc, Token } from '../../schemas/document.js';
import type { Mention } from '../../schemas/mention.js';
import { slice, type Span } from '../../schemas/span.js';
import { countWords } from '../../schemas/words.js';
import { fold } from './fold.js';
import type { TopicLexicon } from './lexicon.js';

/** A word that can be part of a noun phrase, or a whole mention of an entity. */
export interface Word extends Span {
  /** One key for all spellings: lower case, plural folded, neither space nor hyphen. */
  readonly key: string;
  readonly sentence: number;
  /** Number of words in it: those of a mention as it was said, else 1; none for what follows a hyphen. */
  readonly length: number;
  readonly isNoun: boolean;
  /** How it hangs on the word before it: side by side, by a hyphen, or not at all. */
  readonly joined: 'space' | 'hyphen' | null;
  /** True for a word that is no topic by itself. */
  readonly everyday: boolean;
  readonly entity: Mention | null;
}

// A word of two letters or more, without an apostrophe: "pre", "gpu2" -> yes, "x", "i'm", "2018" -> no.
const WORD = /^\p{L}[\p{L}\p{M}\p{N}]+$/u;
// The plural of an abbreviation: "APIs" -> yes, "bias" -> no.
const ABBREVIATED_PLURAL = /\p{Lu}s$/u;
// What parts the words of a name: "fast.ai" -> ".", "data set" -> " ", "C++" -> nothing.
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}+#]+/u;

/** The words of the text that a topic can be made of, in order; people's names, everyday words and all small words are left out. */
export function readWords(doc: Doc<'tokens' | 'sentences' | 'mentions'>, lexicon: TopicLexicon): Word[] {
  const { tokens, sentences, mentions } = doc.layers;
  const words: Word[] = [];
  let sentence = 0;
  let next = 0;
  let covered = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    while (sentence + 1 < sentences.length && (sentences[sentence]?.endToken ?? 0) <= index) sentence++;
    if (token.end <= covered) continue;
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= token.start) next++;
    const mention = mentions[next];
    const named = mention !== undefined && mention.start <= token.start ? mention : undefined;
    if (named === undefined && !mayBeContent(doc.text, token)) continue;
    const last = words.at(-1);
    const place = { lexicon, sentence, joined: last?.sentence === sentence ? joint(doc.text, last, token) : null };
    if (named !== undefined) {
      covered = named.end;
      if (named.entityType !== 'person') words.push(mentionWord(doc.text, named, place));
    } else {
      const word = contentWord(doc.text, token, place);
      if (word !== null) words.push(word);
    }
  }
  return words;
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB']);

/** False for most words, without a closer look: a content word is a noun, an adjective, a gerund, or what follows a hyphen. */
function mayBeContent(text: string, { start, pos }: Token): boolean {
  return pos !== 'PUNCT' && (CONTENT.has(pos) || text.charAt(start - 1) === '-');
}

/** The key that all spellings of a name share. Names of two keys have two slugs (contract.md, 2). */
export function nameKey(name: string): string {
  const words = name.normalize('NFKC').toLowerCase().replace(/^\./, 'dot ').split(BETWEEN_WORDS);
  return words.map(fold).join('').replaceAll('+', 'plus').replaceAll('#', 'sharp');
}

interface Place {
  readonly lexicon: TopicLexicon;
  readonly sentence: number;
  readonly joined: Word['joined'];
}

function joint(text: string, last: Word, span: Span): Word['joined'] {
  if (span.start - last.end > 1) return null;
  const between = text.charAt(last.end);
  return between === ' ' ? 'space' : between === '-' ? 'hyphen' : null;
}

function mentionWord(text: string, mention: Mention, { sentence, joined }: Place): Word {
  const { start, end, name } = mention;
  const length = countWords(slice(text, mention));
  return { start, end, key: nameKey(name), sentence, length, isNoun: true, joined, everyday: false, entity: mention };
}

function contentWord(text: string, token: Token, { lexicon, sentence, joined }: Place): Word | null {
  const { start, end, lower, pos } = token;
  // Half of a compound whose first half is no content word: "end-to-[end]".
  if (text.charAt(start - 1) === '-' && joined !== 'hyphen') return null;
  // wink-nlp takes many a gerund in a compound for a verb: "machine [learning]", "fine-[tuning]".
  const isNoun = pos === 'NOUN' || pos === 'PROPN' || (pos === 'VERB' && joined !== null && lower.endsWith('ing'));
  if (!isNoun && pos !== 'ADJ' && joined !== 'hyphen') return null;
  if (!WORD.test(lower)) return null;
  const key = ABBREVIATED_PLURAL.test(text.slice(start, end)) ? lower.slice(0, -1) : fold(lower);
  if (lexicon.never.has(key)) return null;
  return {
    start,
    end,
    key,
    sentence,
    length: joined === 'hyphen' ? 0 : 1,
    isNoun,
    joined,
    everyday: lexicon.notAlone.has(key),
    entity: null,
  };
}
