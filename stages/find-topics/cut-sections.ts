import type { Doc } from '../../schemas/document.js';
import type { Span } from '../../schemas/span.js';
import type { SectionWeights } from './lexicon.js';
import type { Word } from './read-words.js';

/** A stretch at whose start a section may begin. */
interface Block {
  readonly start: number;
  /** In words. */
  length: number;
  readonly atTurn: boolean;
  /** True when it opens with a question. */
  asks: boolean;
  /** Numbers of the repeated content words in it. */
  readonly words: number[];
}

/** What a section beyond a limit of length costs: more than any words can gain, so that it happens only where nothing else is possible. */
const OUT_OF_BOUNDS = 1e6;

/**
 * Cuts the text where its vocabulary changes: the most likely row of sections when each draws its content words from a
 * distribution of its own (Dirichlet-multinomial, as in Eisenstein and Barzilay 2008), found exactly by dynamic programming.
 */
export function cutSections(doc: Doc<'tokens' | 'sentences' | 'turns'>, words: readonly Word[], weights: SectionWeights): Span[] {
  const blocks = blocksOf(doc, weights);
  const vocabulary = numberWords(words, blocks);
  const total = blocks.reduce((sum, { length }) => sum + length, 0);
  const starts = total < weights.wholeBelow ? blocks.slice(0, 1) : bestStarts(blocks, vocabulary, weights);
  // One space parts a section from the next.
  return starts.map(({ start }, index) => ({ start, end: (starts[index + 1]?.start ?? doc.text.length + 1) - 1 }));
}

/** Short stretches that begin at a turn or, at least, at a sentence. */
function blocksOf({ text, layers }: Doc<'tokens' | 'sentences' | 'turns'>, weights: SectionWeights): Block[] {
  const turnStarts = new Set(layers.turns.filter(({ start, end }) => end - start >= weights.tellingTurn).map(({ start }) => start));
  const sentenceStarts = new Set(layers.sentences.map(({ start }) => start));
  const blocks: Block[] = [];
  let block: Block | undefined;
  for (const { start, lower, pos } of layers.tokens) {
    const atTurn = turnStarts.has(start);
    const mayStart = atTurn || (sentenceStarts.has(start) && (block?.length ?? 0) >= weights.step);
    if (block === undefined || (mayStart && text.charAt(start - 1) === ' ')) {
      block = { start, length: 0, atTurn, asks: false, words: [] };
      blocks.push(block);
    }
    if (pos !== 'PUNCT') block.length++;
    else if (lower === '?' && block.length <= weights.step) block.asks = true;
  }
  return blocks;
}

/** Puts each word that stands in two sentences or more into its block, as a number; the others tell nothing. Returns how many there are. */
function numberWords(words: readonly Word[], blocks: readonly Block[]): number {
  const firstSentence = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { key, sentence, everyday } of words) {
    if (everyday || numbers.has(key)) continue;
    const first = firstSentence.get(key);
    if (first === undefined) firstSentence.set(key, sentence);
    else if (first !== sentence) numbers.set(key, numbers.size);
  }
  let at = 0;
  for (const { key, start } of words) {
    while (start >= (blocks[at + 1]?.start ?? Infinity)) at++;
    const number = numbers.get(key);
    if (number !== undefined) blocks[at]?.words.push(number);
  }
  return numbers.size;
}

/** The first block of each section in the cheapest row of sections. */
function bestStarts(blocks: readonly Block[], vocabulary: number, weights: SectionWeights): Block[] {
  const cost = new Float64Array(blocks.length + 1).fill(Infinity);
  const from = new Int32Array(blocks.length + 1);
  const drawable = blocks.reduce((sum, { words }) => sum + words.length, 0);
  const logOfWord = Float64Array.from({ length: drawable + 1 }, (_, drawn) => Math.log(drawn + weights.smoothing));
  const logOfAll = Float64Array.from({ length: drawable + 1 }, (_, drawn) => Math.log(drawn + weights.smoothing * vocabulary));
  const seen = new Int32Array(vocabulary);
  cost[0] = 0;
  for (const [start, first] of blocks.entries()) {
    seen.fill(0);
    let own = (cost[start] ?? 0) + (start === 0 ? 0 : priceOf(first, weights));
    let drawn = 0;
    let length = 0;
    for (let end = start + 1; end <= blocks.length && length <= weights.longest; end++) {
      const block = blocks[end - 1];
      if (block === undefined) break;
      for (const word of block.words) {
        const times = seen[word] ?? 0;
        own += (logOfAll[drawn++] ?? 0) - (logOfWord[times] ?? 0);
        seen[word] = times + 1;
      }
      length += block.length;
      const total = own + (length < weights.shortest || length > weights.longest ? OUT_OF_BOUNDS : 0);
      if (total < (cost[end] ?? 0)) {
        cost[end] = total;
        from[end] = start;
      }
    }
  }
  const starts: Block[] = [];
  for (let end = blocks.length; end > 0; end = from[end] ?? 0) starts.push(...blocks.slice(from[end], (from[end] ?? 0) + 1));
  return starts.reverse();
}

/** What a section that starts here must gain. */
function priceOf({ atTurn, asks }: Block, weights: SectionWeights): number {
  if (!atTurn) return weights.newSection;
  return weights.newSection - weights.atTurn - (asks ? weights.atQuestion : 0);
}
