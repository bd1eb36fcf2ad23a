import { z } from 'zod';
import { ENTITY_TYPES, type EntityType } from '../../schemas/mention.js';
import { fold } from './fold.js';

/** What a surface form must show before it names anything: nothing, capital letters, or other terms of its kind nearby. */
export type Needs = 'nothing' | 'case' | 'context';

/** One way of writing a listed name. */
export interface Surface {
  readonly text: string;
  readonly needs: Needs;
}

/** A listed name: what a reader would look up, and the ways it is written. */
export interface ListedName {
  readonly name: string;
  readonly type: EntityType;
  /** The list it is from. */
  readonly source: string;
}

/** What a folded surface form may name. */
export interface Sense {
  readonly listed: ListedName;
  readonly needs: Needs;
  /** The form is written in capitals only: `NLP`. */
  readonly acronym: boolean;
  /** The form is a single written word: `SwiftUI`. */
  readonly oneWord: boolean;
}

/** The names that ship with the stage, by folded form. */
export interface Gazetteer {
  readonly senses: ReadonlyMap<string, Sense>;
  /** Given names, folded, with what a bare one must show. */
  readonly firstNames: ReadonlyMap<string, Needs>;
  /** The folded forms, sorted: what a form may go on to is found by bisection. */
  readonly keys: readonly string[];
  /** Every opening of a form, of up to `OPENING` letters: rules most letters out without a search. */
  readonly openings: ReadonlySet<string>;
}

const OPENING = 5;

const MARKS: Readonly<Record<string, Needs>> = { '^': 'case', '~': 'context' };
const FIRST_NAME = 'first-name';
const typeOf = z.enum([...ENTITY_TYPES, FIRST_NAME]);

/**
 * Reads `gazetteer.tsv`: name, type, surface forms (joined by `|`; empty where the name is its only form), list. A form that
 * ends in `^` needs capitals, one that ends in `~` needs context. Lines that begin with `#` are comments.
 */
export function parseGazetteer(content: string): Gazetteer {
  const senses = new Map<string, Sense>();
  const firstNames = new Map<string, Needs>();
  for (const [index, line] of content.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [name, kind, surfaces, source] = line.split('\t');
    const type = typeOf.safeParse(kind);
    if (name === undefined || surfaces === undefined || source === undefined || !type.success) {
      throw new Error(`gazetteer.tsv, line ${String(index + 1)}: not "name, type, surface forms, list": ${line}`);
    }
    for (const { text, needs } of readSurfaces(surfaces === '' ? name : surfaces)) {
      if (type.data === FIRST_NAME) firstNames.set(fold(text), needs);
      else
        addSense(senses, text, {
          listed: { name, type: type.data, source },
          needs,
          acronym: isAcronym(text),
          oneWord: !text.includes(' '),
        });
    }
  }
  const keys = [...senses.keys()].sort();
  return { senses, firstNames, keys, openings: openingsOf(keys) };
}

/** The openings of sorted forms, for `beginsAName`. */
export function openingsOf(keys: readonly string[]): ReadonlySet<string> {
  const openings = new Set<string>();
  for (const key of keys) for (let length = 1; length <= Math.min(OPENING, key.length); length++) openings.add(key.slice(0, length));
  return openings;
}

function addSense(senses: Map<string, Sense>, text: string, sense: Sense): void {
  const key = fold(text);
  const known = senses.get(key);
  if (known !== undefined && known.listed.name !== sense.listed.name) {
    throw new Error(`gazetteer.tsv: "${text}" is a form of both "${known.listed.name}" and "${sense.listed.name}"`);
  }
  if (known === undefined || !sense.oneWord) senses.set(key, sense);
}

function readSurfaces(column: string): Surface[] {
  return column.split('|').map((form) => {
    const needs = MARKS[form.at(-1) ?? ''];
    return needs === undefined ? { text: form, needs: 'nothing' } : { text: form.slice(0, -1), needs };
  });
}

/** The form with the mark that says what it needs. */
export function writeSurface({ text, needs }: Surface): string {
  const mark = Object.entries(MARKS).find(([, meaning]) => meaning === needs)?.[0] ?? '';
  return `${text}${mark}`;
}

/** True when a form has capitals and no small letters. @example isAcronym('C++') // true */
export function isAcronym(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase();
}

/** True when some listed form begins with these letters. */
export function beginsAName({ keys, openings }: Pick<Gazetteer, 'keys' | 'openings'>, letters: string): boolean {
  if (!openings.has(letters.length <= OPENING ? letters : letters.slice(0, OPENING))) return false;
  if (letters.length <= OPENING) return true;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  return keys[low]?.startsWith(letters) ?? false;
}
