import { Mark } from '../marks.js';
import type { Episode } from './read-shows.js';

/** An episode as a recogniser would write it, with what a person wrote for each word. */
export interface Wall {
  /** Lower-case words, single spaces, no marks. */
  readonly text: string;
  /** The mark after each word. */
  readonly marks: Uint8Array;
  /** Each word as the person wrote it. */
  readonly written: readonly string[];
  /** 1 where a turn of another voice ends after the word. */
  readonly turnEnds: Uint8Array;
}

export interface Word {
  readonly written: string;
  mark: Mark;
  turnEnd: boolean;
  /** Opens a quotation: its capital is the quotation's. */
  readonly quoted: boolean;
}

/** `[laughter]`, `[unintelligible 00:12:10]`; not `(laughter)`. */
const NON_SPEECH = /\[[^\]]*\]/g;
/** `so—well`, `so -- well`, a line break; not `well-known`. */
const PIECE_BREAK = /\s+|(?<=[\w'’])(?=[—–]|--)|(?<=[—–]|--)(?=\w)/;
/** `"What's` in front of the word; what follows it is after the word. */
const PIECE = /^(?<before>[^\p{L}\p{N}$#@%]*)(?<word>[\p{L}\p{N}$#@%](?:.*[\p{L}\p{N}%#+$])?)(?<after>[^\p{L}\p{N}]*)$/u;
const ABBREVIATIONS = new Set(['mr', 'mrs', 'ms', 'dr', 'vs', 'st', 'inc', 'jr', 'sr', 'etc', 'e.g', 'i.e', 'no', 'u.s', 'a.k.a']);
const CAPITAL = /^\p{Lu}/u;

/** The words of an episode with their marks, as the person wrote them. */
export function wordsOf(episode: Episode): Word[] {
  const words: Word[] = [];
  for (const { text } of episode.turns) {
    const before = words.length;
    for (const piece of text.replace(NON_SPEECH, ' ').replace(/[*_`]/g, '').split(PIECE_BREAK)) addPiece(piece, words, before);
    const last = words.at(-1);
    if (words.length === before || last === undefined) continue;
    last.turnEnd = true;
    if (last.mark < Mark.period) last.mark = Mark.period;
  }
  return words;
}

function addPiece(piece: string, words: Word[], turnStart: number): void {
  const groups = PIECE.exec(piece)?.groups;
  const last = words.length > turnStart ? words.at(-1) : undefined;
  if (groups === undefined) {
    if (last !== undefined) last.mark = stronger(last.mark, markOf(piece));
    return;
  }
  const { before = '', word = '', after = '' } = groups;
  if (last !== undefined) last.mark = stronger(last.mark, markOf(before.replaceAll('.', '')));
  if (last !== undefined && isOpen.has(last)) last.mark = CAPITAL.test(word) ? Mark.period : Mark.comma;
  const abbreviation = after.startsWith('.') && ABBREVIATIONS.has(word.toLowerCase());
  const added: Word = {
    written: word.replaceAll('’', "'"),
    mark: abbreviation ? Mark.none : markOf(after),
    turnEnd: false,
    quoted: /["“]/.test(before),
  };
  if (/\.\.|…/.test(after) && !after.includes('?')) isOpen.add(added);
  words.push(added);
}

/** Words that trail off (`so...`): a sentence end if a capital follows, a comma if not. */
const isOpen = new WeakSet<Word>();

function stronger(one: Mark, other: Mark): Mark {
  return one > other ? one : other;
}

function markOf(after: string): Mark {
  if (after.includes('?')) return Mark.question;
  if (/[.!…;]/.test(after)) return Mark.period;
  return /[,:—–-]/.test(after) ? Mark.comma : Mark.none;
}

const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Habits of recognisers: how often what goes wrong, per word or per episode. */
export interface Habits {
  /** Share of episodes without apostrophes (`whats`). */
  readonly bareEpisodes: number;
  /** Share of words that are heard as another word. */
  readonly misheard: number;
}

export const CLEAN: Habits = { bareEpisodes: 0, misheard: 0 };
export const RECOGNISED: Habits = { bareEpisodes: 0.3, misheard: 0.02 };

/** Takes case and marks away, writes small numbers out, and adds a recogniser's habits. */
export function makeWall(words: readonly Word[], habits: Habits, random: () => number): Wall {
  const bare = random() < habits.bareEpisodes;
  const heard = words.map(({ written }) => {
    const source = random() < habits.misheard ? (words[Math.floor(random() * words.length)]?.written ?? written) : written;
    const lower = source.toLowerCase();
    const number = /^\d{1,2}$/.test(lower) ? SMALL[Number(lower)] : undefined;
    return number ?? (bare ? lower.replaceAll("'", '') : lower);
  });
  return {
    text: heard.join(' '),
    marks: Uint8Array.from(words, ({ mark }) => mark),
    written: words.map(({ written }) => written),
    turnEnds: Uint8Array.from(words, ({ turnEnd }) => Number(turnEnd)),
  };
}
