import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CLAIM_TYPES, POLARITIES, type ClaimType, type Polarity } from '../../../schemas/claim.js';
import type { Span } from '../../../schemas/span.js';

/** A claim that a reader marked in a text. */
export interface AnnotatedClaim extends Span {
  /** null for a fact. */
  readonly type: ClaimType | null;
  readonly polarity: Polarity;
}

/** A stretch of an episode with its claims, sorted by start. */
export interface AnnotatedText {
  readonly show: string;
  readonly episode: string;
  /** Whether it is one of the stretches that scores are reported on. */
  readonly gold: boolean;
  readonly text: string;
  readonly turns: readonly Span[];
  readonly claims: readonly AnnotatedClaim[];
}

interface GoldRow {
  readonly line: number;
  readonly quote: string;
  readonly type: ClaimType | null;
  readonly polarity: Polarity;
}

/** Our own annotations name places, not words: turns of an episode, and words counted from the first of them. */
export interface ReferenceRow {
  readonly show: string;
  readonly episode: string;
  readonly turns: readonly [number, number];
  readonly claims: readonly (readonly [firstWord: number, endWord: number, label: string])[];
}

interface EpisodeRow {
  readonly episode: string;
  readonly turns: readonly { readonly text: string }[];
}

/** Reads the annotated stretches of the gold folder (`more/NAME.txt` with `NAME.claims.jsonl`). */
export function readGold(folder: string): AnnotatedText[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => {
    const episode = name.slice(0, -'.txt'.length);
    const lines = linesOf(readFileSync(`${folder}/${name}`, 'utf8')).map((line) => line.slice(line.indexOf(': ') + 2));
    const { text, turns } = join(lines);
    const used = new Map<string, number>();
    const claims = rowsOf<GoldRow>(readFileSync(`${folder}/${episode}.claims.jsonl`, 'utf8')).map(
      ({ line, quote: words, type, polarity }) => {
        const quote = toPlain(words);
        const turn = turns[line - 1] ?? { start: 0, end: 0 };
        // The second of two equal quotes of a turn is the second place.
        const start = text.indexOf(quote, Math.max(turn.start, used.get(`${line} ${quote}`) ?? 0));
        if (start < 0 || start + quote.length > turn.end) throw new Error(`${episode}: no "${quote}" in line ${line}`);
        used.set(`${line} ${quote}`, start + 1);
        return { start, end: start + quote.length, type, polarity };
      },
    );
    return { show: episode.split('-')[0] ?? '', episode, gold: true, text, turns: turns.filter(isSpoken), claims: claims.sort(bySpan) };
  });
}

/** Reads our own annotations, and the words they are about from the labelled episodes. */
export function readReferences(file: string, episodesFolder: string): AnnotatedText[] {
  return rowsOf<ReferenceRow>(readFileSync(file, 'utf8')).map(({ show, episode, turns: [first, end], claims }) => {
    const rows = rowsOf<EpisodeRow>(gunzipSync(readFileSync(`${episodesFolder}/changelog_${show}.jsonl.gz`)).toString('utf8'));
    const row = rows.find((other) => other.episode === episode);
    if (row === undefined) throw new Error(`no episode ${episode} in ${show}`);
    const { text, turns } = join(row.turns.slice(first, end).map((turn) => turn.text));
    const words = [...text.matchAll(WORD)];
    const placed = claims.map(([firstWord, endWord, label]) => {
      const last = words[endWord - 1];
      // Marks at the ends of a word are no part of a claim.
      const run = text.slice(words[firstWord]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0));
      const start = (words[firstWord]?.index ?? 0) + (OPENING_MARKS.exec(run)?.[0].length ?? 0);
      return { start, end: start + run.replace(OPENING_MARKS, '').replace(CLOSING_MARKS, '').length, ...readLabel(label) };
    });
    return { show, episode, gold: false, text, turns: turns.filter(isSpoken), claims: placed.sort(bySpan) };
  });
}

// "evaluation+" | "great"
const LABEL = /^(?<type>[a-z]+)(?<sign>[+=-])$/u;

function readLabel(label: string): Pick<AnnotatedClaim, 'type' | 'polarity'> {
  const { type, sign } = LABEL.exec(label)?.groups ?? {};
  const polarity = POLARITIES['+-='.indexOf(sign ?? '')];
  if (polarity === undefined) throw new Error(`no label: ${label}`);
  return { type: CLAIM_TYPES.find((name) => name === type) ?? null, polarity };
}

function join(utterances: readonly string[]): Pick<AnnotatedText, 'text' | 'turns'> {
  let text = '';
  const turns = utterances.map((utterance) => {
    const words = toPlain(utterance);
    if (text !== '' && words !== '') text += ' ';
    const start = text.length;
    text += words;
    return { start, end: text.length };
  });
  return { text, turns };
}

/**
 * The text as a recogniser without punctuation writes it: lower case, letters and digits only; with `apostrophes: 'none'` even
 * "dont" and "its". Claims move along.
 */
export function toUnpunctuated(source: AnnotatedText, apostrophes: 'kept' | 'none'): AnnotatedText {
  const keep = apostrophes === 'kept' ? KEPT : KEPT_BARE;
  const moved = new Int32Array(source.text.length + 1);
  let text = '';
  for (let at = 0; at < source.text.length; at++) {
    moved[at] = text.length;
    const letter = source.text[at] ?? '';
    if (keep.test(letter)) text += letter.toLowerCase();
    else if (letter !== "'" && letter !== '’' && text !== '' && !text.endsWith(' ')) text += ' ';
  }
  text = text.trimEnd();
  moved[source.text.length] = text.length;
  const move = (span: Span): Span => {
    let start = Math.min(moved[span.start] ?? 0, text.length);
    let end = Math.min(moved[span.end] ?? 0, text.length);
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    return { start, end };
  };
  return {
    ...source,
    text,
    turns: source.turns.map(move).filter(isSpoken),
    claims: source.claims.map((claim) => ({ ...claim, ...move(claim) })).filter(isSpoken),
  };
}

// "a" "7" "'" | "," "…"
const KEPT = /[\p{L}\p{N}'’%$&]/u;
const KEPT_BARE = /[\p{L}\p{N}%$&]/u;
// "word," | " "
const WORD = /\S+/gu;
// "(so" | "so"
const OPENING_MARKS = /^[^\p{L}\p{N}$]+/u;
// "so," | "so"
const CLOSING_MARKS = /[^\p{L}\p{N}%+#]+$/u;
// "[laughs]" | "(laughs)"
const ASIDE = /\[[^[\]]*\]/gu;
// "a  b" | "a"
const SPACES = /\s+/gu;

/** Events taken out and white space made single, as the reader of transcripts does. */
export function toPlain(text: string): string {
  return text.normalize('NFC').replace(ASIDE, ' ').replace(SPACES, ' ').trim();
}

function isSpoken({ start, end }: Span): boolean {
  return end > start;
}

function bySpan(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function linesOf(content: string): string[] {
  return content.split('\n').filter((line) => line.trim() !== '');
}

function rowsOf<T>(content: string): T[] {
  return linesOf(content).map((line) => JSON.parse(line) as T);
}
