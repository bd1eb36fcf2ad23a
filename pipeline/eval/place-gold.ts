import { findQuote, type Wording } from './find-quote.js';
import type { GoldDocument, GoldLayer, GoldTurn, LineWindow, Placed, PlacedGold, Unplaced } from './gold.js';
import { searchSpan, spanOfLines, startOfLine, type LinePlace } from './line-places.js';
import { wordFrom, wordRange, type WordRange } from './words.js';

/** How many lines beside its own a quote is looked for when its own line does not hold it. */
const LINES_AROUND = 2;

/** Places gold annotations, which are lines and words, among the words of the canonical text. */
export function placeGold(gold: GoldDocument, wording: Wording, places: readonly LinePlace[]): PlacedGold {
  const windowsOf = (layer: GoldLayer): readonly WordRange[] =>
    gold.windows[layer]?.map(([first, last]) => wordRange(wording.words, spanOfLines(places, first, last))) ?? [
      { firstWord: 0, endWord: wording.words.length },
    ];
  const find = (line: number, words: string): readonly WordRange[] => {
    const own = findQuote(wording, words, searchSpan(places, line));
    return own.length > 0 ? own : findQuote(wording, words, spanOfLines(places, line - LINES_AROUND, line + LINES_AROUND));
  };
  const startOf = (line: number): WordRange[] => {
    const firstWord = wordFrom(wording.words, startOfLine(places, line));
    return [{ firstWord, endWord: firstWord }];
  };

  const unplaced: Unplaced[] = [];
  const place = <Item extends { readonly line: number }>(layer: GoldLayer, items: readonly Item[], wordsOf: (item: Item) => string) => {
    const inside = items.filter(({ line }) => isInside(line, gold.windows[layer]));
    const placed = inOrder(inside, (item) => (wordsOf(item) === '' ? startOf(item.line) : find(item.line, wordsOf(item))));
    unplaced.push(...placed.filter(isNowhere).map((item) => ({ layer, line: item.line, words: wordsOf(item) })));
    return placed;
  };
  const turns = gold.turns && place('turns', gold.turns, ({ words }) => words).filter((row) => !isNowhere(row));
  return {
    turns: turns && untilNext(turns, wording.words.length),
    entities: gold.entities && place('entities', gold.entities, ({ mention }) => mention),
    claims: gold.claims && place('claims', gold.claims, ({ quote }) => quote),
    windows: { turns: windowsOf('turns'), entities: windowsOf('entities'), claims: windowsOf('claims') },
    unplaced,
  };
}

/** The place of what was not found: it overlaps nothing, so it counts as missed. */
const NOWHERE: WordRange = { firstWord: -1, endWord: -1 };

function isNowhere({ firstWord }: WordRange): boolean {
  return firstWord === NOWHERE.firstWord;
}

function isInside(line: number, windows: readonly LineWindow[] | undefined): boolean {
  return windows?.some(([first, last]) => first <= line && line <= last) ?? true;
}

/**
 * Gives each item one of its places. Items are written down in the order of the text, so the first place after the item
 * before it is meant; a claim inside the one before it, or a file out of order, takes what there is.
 */
function inOrder<Item>(items: readonly Item[], findIn: (item: Item) => readonly WordRange[]): readonly Placed<Item>[] {
  let before: WordRange = { firstWord: 0, endWord: 0 };
  return items.map((item) => {
    const found = findIn(item);
    const range =
      found.find(({ firstWord }) => firstWord >= before.endWord) ?? found.find(({ firstWord }) => firstWord > before.firstWord) ?? found[0];
    before = range ?? before;
    return { ...item, ...(range ?? NOWHERE) };
  });
}

/** A row of turns.tsv gives only where a turn begins: it lasts until the next. */
function untilNext(rows: readonly Placed<GoldTurn>[], endWord: number): readonly Placed<GoldTurn>[] {
  const sorted = [...rows].sort((a, b) => a.firstWord - b.firstWord);
  return sorted.map((row, index) => ({ ...row, endWord: sorted[index + 1]?.firstWord ?? endWord }));
}
