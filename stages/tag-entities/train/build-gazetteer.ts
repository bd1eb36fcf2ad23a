/**
 * Makes `lexicon/gazetteer.tsv`: `npm run build:gazetteer -- <folder that holds gazetteer/ and turns/>`, at the repository's root.
 *
 * Names come from `lexicon/lists/` and from the folder's public gazetteers; what a form needs before it names anything is counted
 * in the folder's transcripts. Equal input gives equal bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../fold.js';
import { isAcronym, writeSurface, type Needs, type Surface } from '../gazetteer.js';
import { notNamesFile } from '../lexicon.js';
import { everydayWordsFile } from './everyday-words.js';
import type { SourceName } from './listed-name.js';
import { measureSurfaces, type Usage } from './measure-surfaces.js';
import { readGazetteers } from './read-gazetteers.js';
import { readLists } from './read-lists.js';

const LEXICON = join('stages', 'tag-entities', 'lexicon');

/** A form that is written as a name at least this often names without more ado; below the second share it needs context. */
const CLEARLY_A_NAME = 0.96;
const SOMETIMES_A_NAME = 0.02;
/** So many plain uses may be slips of the pen. */
const SLIPS = 2;
/** Names of lists that hold much else stay when they were spoken this often. */
const FEWEST_TIMES = 2;
const SHORTEST_ACRONYM = 4;
const SHORTEST_STEM = 3;
/** A name may fall apart into small words when so few of its uses are those words by themselves. */
const MOST_PIECES = 0.03;
// "OpenTelemetry" | "Rust", "TypeORM"
const HUMP = /\p{Ll}\p{Lu}\p{Ll}/u;
const HUMPS = /(?<small>\p{Ll})(?<capital>\p{Lu}\p{Ll})/gu;
// "fast.ai", "Node.js" | "Inc."
const DOT_INSIDE = /\.\p{L}/u;
const DOMAIN = /\.(?:ai|app|com|dev|io|net|org)$/;

const [data] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: npm run build:gazetteer -- <folder that holds gazetteer/ and turns/>');

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(LEXICON, file), 'utf8'));
const notNames = new Set(notNamesFile.parse(readJson('not-names.json')).entries.flatMap(({ words }) => words.map(fold)));
const corrections = everydayWordsFile.parse(readJson('everyday-words.json'));
const everyday = new Set(corrections.capitals.map(fold));
const leftOut = new Set(corrections.leftOut);

const lists = readLists(join(LEXICON, 'lists'));
const firstNames = new Set(lists.filter(({ type }) => type === 'first-name').map(({ name }) => name));
const names = [...lists, ...readGazetteers(join(data, 'gazetteer'), firstNames)];

const spelling = new Map<string, string>();
for (const form of names.flatMap(formsOf)) if (!spelling.has(fold(form))) spelling.set(fold(form), form);
const usage = measureSurfaces(join(data, 'turns'), spelling);

const taken = new Map<string, SourceName>();
const rows = names.flatMap((source) => {
  const column = surfacesOf(source).map(writeSurface).join('|');
  return column === '' ? [] : [[source.name, source.type, column === source.name ? '' : column, source.source].join('\t')];
});
const head = [
  '# Names and how they are written. Made by `npm run build:gazetteer` from the lists beside it and public gazetteers (see NOTICE); not edited by hand.',
  '# name, type, surface forms (empty: the name itself; `^` needs capitals, `~` needs context), list',
];
writeFileSync(join(LEXICON, 'gazetteer.tsv'), `${[...head, ...rows].join('\n')}\n`);
console.log(`${String(rows.length)} names`);

function surfacesOf(source: SourceName): Surface[] {
  return formsOf(source).flatMap((text): Surface[] => {
    const key = `${source.type === 'first-name' ? 'first:' : ''}${fold(text)}`;
    if (fold(text) === '' || (taken.has(key) && !(taken.get(key) === source && addsSpaces(source, text))) || !isKept(source, text))
      return [];
    taken.set(key, source);
    return [{ text, needs: needsOf(source, text) }];
  });
}

/** The name, its aliases, and without its domain what is named after it: people say "Fly" for Fly.io. */
function formsOf({ name, aliases }: SourceName): string[] {
  const forms = [name, ...aliases];
  const stem = name.replace(DOMAIN, '');
  if (stem !== name && stem !== stem.toLowerCase() && stem.length >= SHORTEST_STEM) forms.push(stem);
  return [...forms, ...forms.filter((form) => HUMP.test(form)).map((form) => form.replace(HUMPS, '$<small> $<capital>'))];
}

/** "Open Telemetry" beside OpenTelemetry says that the name may be written as two words, if these are hardly ever just words ("face time"). */
function addsSpaces({ name }: SourceName, text: string): boolean {
  if (!text.includes(' ') || name.includes(' ') || fold(text) !== fold(name)) return false;
  const { named, pieces } = usageOf(text);
  return pieces <= named * MOST_PIECES;
}

/** Hand-written names always stay. Of the others, those stay that are more often a name than plain words, and are no bare initials. */
function isKept({ name, keep, type }: SourceName, text: string): boolean {
  if (keep === 'all') return true;
  if (leftOut.has(name) || notNames.has(fold(text))) return false;
  const { named, plain, pieces } = usageOf(text);
  if (keep === 'spoken' && named < FEWEST_TIMES) return false;
  if (type !== 'first-name' && isAcronym(text) && fold(text).length < SHORTEST_ACRONYM) return false;
  return named >= plain + pieces;
}

function needsOf({ type, needs }: SourceName, text: string): Needs {
  if (needs !== undefined) return needs;
  if (type === 'concept' && !isAcronym(text)) return 'nothing';
  if (fold(text).length === 1) return 'context';
  if (text === text.toLowerCase() || DOT_INSIDE.test(text)) return 'nothing';
  const { named, plain } = usageOf(text);
  const share = plain === 0 ? 1 : named / (named + plain);
  if (share >= CLEARLY_A_NAME || (plain <= SLIPS && named > plain)) return everyday.has(fold(text)) ? 'case' : 'nothing';
  return share >= SOMETIMES_A_NAME ? 'case' : 'context';
}

function usageOf(text: string): Usage {
  return usage.get(fold(text)) ?? { named: 0, plain: 0, pieces: 0 };
}
