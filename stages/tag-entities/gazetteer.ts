import { z } from 'zod';
import { ENTITY_TYPES, type EntityType } from '../../schemas/mention.js';
import { fold } from './fold.js';
import { toFormTree, type FormTree } from './form-tree.js';

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
  /** The folded forms, in the order of `tree`, and letter by letter: what some letters may go on to. */
  readonly keys: readonly string[];
  readonly tree: FormTree;
}

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
  const keys = [...senses.keys()];
  return { senses, firstNames, keys, tree: toFormTree(keys) };
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
