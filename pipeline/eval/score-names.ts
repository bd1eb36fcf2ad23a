import { lastStartingBy } from '../../schemas/span.js';
import type { Speaker, Turn } from '../../schemas/turn.js';
import { nameSpeakers } from '../../stages/name-speakers/name-speakers.js';
import { splitTurns } from '../../stages/split-turns/split-turns.js';
import { restoreText } from '../../stages/restore-text/restore-text.js';
import { tagTokens } from '../../stages/tag-tokens/tag-tokens.js';
import { pipeline } from '../compose.js';
import type { Lexicons } from '../load-lexicons.js';
import type { LabelledEpisode } from './labelled-shows.js';

/** How well the voices of a show were named, whose labels were taken away. */
export interface NameScores {
  readonly show: string;
  readonly episodes: number;
  /** Voices that were given a name, and those of them whose name is that of the one who says most of their words. */
  readonly named: number;
  readonly right: number;
  /** Words of people whose first or last name is spoken in the episode, and those of them under the right name. */
  readonly nameable: number;
  readonly rightWords: number;
  /** The same, of people whose name is spoken as a name, and as theirs: see `isOwnName`. */
  readonly ownNamed: number;
  readonly ownRightWords: number;
}

/** Whose turns the voices are: those of the labels, or what the program makes of the words. */
export type TurnsFrom = 'labels' | 'words';

/** Names the voices of each episode without its labels, and counts what is right. */
export function scoreNames(show: string, episodes: readonly LabelledEpisode[], { lexicons, from }: NameRun): NameScores {
  const scores = { show, episodes: episodes.length, named: 0, right: 0, nameable: 0, rightWords: 0, ownNamed: 0, ownRightWords: 0 };
  for (const episode of episodes) {
    const { speakers, spoken } = hear(episode, lexicons, from);
    const isSame = sameNameAs(lexicons.names.nicknames);
    const inText = new Set(spoken.flatMap(({ parts }) => parts));
    const people = [...new Set(spoken.map(({ name }) => name))];
    const owners = new Set(people.filter((person) => isOwnName(person, people, spoken)));
    for (const { name: person, speaker } of spoken) {
      const parts = partsOf(person);
      if (!parts.some((part, index) => (index === 0 || index === parts.length - 1) && inText.has(part))) continue;
      const right = isSame(speaker?.name ?? null, person) ? 1 : 0;
      scores.nameable++;
      scores.rightWords += right;
      if (!owners.has(person)) continue;
      scores.ownNamed++;
      scores.ownRightWords += right;
    }
    for (const speaker of speakers.filter(({ name }) => name !== null)) {
      const words = spoken.filter((word) => word.speaker === speaker);
      if (words.length === 0) continue;
      scores.named++;
      if (isSame(speaker.name, mostOf(words.map(({ name }) => name)))) scores.right++;
    }
  }
  return scores;
}

export interface NameRun {
  readonly lexicons: Lexicons;
  readonly from: TurnsFrom;
}

interface SpokenWord {
  /** As it is written, with its marks. */
  readonly word: string;
  /** Who says it, by the labels. */
  readonly name: string;
  readonly speaker: Speaker | undefined;
  readonly parts: readonly string[];
}

function hear(
  { turns: labelled }: LabelledEpisode,
  lexicons: Lexicons,
  from: TurnsFrom,
): { speakers: readonly Speaker[]; spoken: SpokenWord[] } {
  const text = labelled.map((turn) => turn.text).join(' ');
  const read = { id: '', text, format: 'labelled', episode: { language: 'en' }, layers: { segments: [], changes: [], events: [] } };
  const { model, casing } = lexicons.restoring;
  const { doc: tagged } = pipeline().add(tagTokens()).add(restoreText(model, casing)).run(read);
  const own = turnsOfLabels(labelled);
  const turns = from === 'labels' ? own : splitTurns(lexicons.turns).run(tagged).layers.turns;
  const { speakers } = nameSpeakers(lexicons.names).run({ ...tagged, layers: { ...tagged.layers, turns } }).layers;
  const spoken = [...text.matchAll(/[^ ]+/gu)].map(({ 0: word, index }): SpokenWord => {
    const voice = turns[lastStartingBy(turns, index)]?.voice;
    const name = labelled[lastStartingBy(own, index)]?.name ?? '';
    return { word, name, speaker: speakers.find((speaker) => speaker.voice === voice), parts: partsOf(word) };
  });
  return { speakers, spoken };
}

/** The turns of labelled text, with its voices. */
export function turnsOfLabels(labelled: LabelledEpisode['turns']): Turn[] {
  const names = [...new Set(labelled.map(({ name }) => name))];
  let at = 0;
  return labelled.map(({ name, text }) => {
    const start = at;
    at += text.length + 1;
    return { start, end: at - 1, voice: names.indexOf(name), confidence: 1, candidates: [], boundary: 'inferred' };
  });
}

// "Ann-Marie O'Neil's" -> ann, marie, o, neil, s
const LETTERS = /[\p{L}\p{M}]+/gu;

function partsOf(name: string): string[] {
  return name.toLowerCase().match(LETTERS) ?? [];
}

// "Ann", "(Ann,"; not "I'd".
const CAPITALISED = /^[^\p{L}]*\p{Lu}/u;
// "Ann," ends a name that "Ann" may begin.
const ENDS_NAME = /[^\p{L}\p{M}]$/u;

/**
 * Tells whether somebody's first or last name is spoken with a capital, and as theirs: titles after a comma ("Psy.D" is in "I'd"), names
 * that the other person has as well, and the first name of somebody else's full name are left out.
 */
function isOwnName(person: string, people: readonly string[], spoken: readonly SpokenWord[]): boolean {
  const own = partsOf(person.split(',')[0] ?? '');
  const others = new Set(people.filter((other) => other !== person).flatMap(partsOf));
  const [first, last] = [own[0] ?? '', own.at(-1) ?? ''];
  return spoken.some(({ word, parts }, index) => {
    const isFirst = parts.includes(first) && !others.has(first);
    const isLast = parts.includes(last) && !others.has(last) && last !== first;
    if ((!isFirst && !isLast) || !CAPITALISED.test(word)) return false;
    const [before, after] = [spoken[index - 1], spoken[index + 1]];
    const goesOn = isFirst ? !ENDS_NAME.test(word) && isPartOfName(after) : isPartOfName(before) && !ENDS_NAME.test(before?.word ?? '');
    return !goesOn || (isFirst ? after : before)?.parts.some((part) => own.includes(part)) === true;
  });
}

function isPartOfName(word: SpokenWord | undefined): boolean {
  return word !== undefined && CAPITALISED.test(word.word) && word.parts[0] !== 'i';
}

function mostOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** A first name alone is right, and so is a short form of it; a full name must have both first and last. */
function sameNameAs(nicknames: ReadonlyMap<string, readonly string[]>): (given: string | null, person: string) => boolean {
  return (given, person) => {
    if (given === null) return false;
    const [ours, theirs] = [partsOf(given), partsOf(person)];
    const [first = '', last] = [ours[0], ours.at(-1)];
    const isFirst = theirs.includes(first) || (nicknames.get(first) ?? []).some((long) => theirs.includes(long));
    return isFirst && (ours.length === 1 || theirs.length === 1 || theirs.includes(last ?? ''));
  };
}

/** The table of SCOREBOARD.md. */
export function nameTable(rows: readonly (NameScores & { readonly from: TurnsFrom })[]): string {
  const share = (part: number, of: number): string => (of === 0 ? '–' : (part / of).toFixed(3));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const total = (from: TurnsFrom) =>
    rows
      .filter((row) => row.from === from)
      .reduce((a, b) => ({
        ...a,
        show: 'total',
        episodes: a.episodes + b.episodes,
        named: a.named + b.named,
        right: a.right + b.right,
        nameable: a.nameable + b.nameable,
        rightWords: a.rightWords + b.rightWords,
        ownNamed: a.ownNamed + b.ownNamed,
        ownRightWords: a.ownRightWords + b.ownRightWords,
      }));
  return [
    line([
      'names, no labels',
      'turns',
      'episodes',
      'voices named',
      'right',
      'share right',
      'talk of people who are named in it, under the right name',
      'the same, where the name is spoken as theirs',
    ]),
    line(['---', '---', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...[...rows, total('labels'), total('words')].map((row) =>
      line([
        row.show,
        row.from,
        ...[row.episodes, row.named, row.right].map(String),
        share(row.right, row.named),
        share(row.rightWords, row.nameable),
        share(row.ownRightWords, row.ownNamed),
      ]),
    ),
  ].join('\n');
}
