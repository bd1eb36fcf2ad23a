import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import type { ChangeMark, EpisodeFacts } from '../../../schemas/document.js';
import type { Speaker, Turn } from '../../../schemas/turn.js';
import { toNameLexicon, type NameLexiconFiles } from '../../../stages/name-speakers/lexicon.js';
import { nameSpeakers } from '../../../stages/name-speakers/name-speakers.js';
import { tag } from '../../tag.js';

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(PROJECT_ROOT, 'stages', path), 'utf8'));

export const files: NameLexiconFiles = {
  nameCues: readJson('name-speakers/lexicon/name-cues.json'),
  roleCues: readJson('name-speakers/lexicon/role-cues.json'),
  notNames: readJson('name-speakers/lexicon/not-names.json'),
  questions: readJson('name-speakers/lexicon/questions.json'),
  firstNames: readJson('name-speakers/lexicon/first-names.json'),
  nicknames: readJson('name-speakers/lexicon/nicknames.json'),
  weighing: readJson('name-speakers/lexicon/weighing.json'),
};

export const lexicon = toNameLexicon(files);
const stage = nameSpeakers(lexicon);

/** A voice's number and its words; the label too where the source has one. */
export type Said = readonly [voice: number | null, words: string, label?: string];

export interface Heard {
  readonly text: string;
  readonly speakers: readonly Speaker[];
  readonly rules: readonly string[];
}

/** The speakers of a talk that was split without a mistake, and how sure its turns are. */
export function hear(talk: readonly Said[], facts: Partial<EpisodeFacts> = {}, confidence = 1): Heard {
  const turns: Turn[] = [];
  const changes: ChangeMark[] = [];
  let text = '';
  for (const [voice, words, label] of talk) {
    if (text !== '') text += ' ';
    turns.push({ start: text.length, end: text.length + words.length, voice, confidence, candidates: [], boundary: 'mark' });
    changes.push({ at: text.length, ...(label === undefined ? {} : { label }) });
    text += words;
  }
  const read = { id: '0'.repeat(16), text, format: 'by-hand', episode: { language: 'en', ...facts }, layers: { changes, turns } };
  const doc = { ...read, layers: { ...read.layers, ...tag(read) } };
  const { layers, diagnostics } = stage.run(doc);
  return { text, speakers: layers.speakers, rules: diagnostics.map(({ rule }) => rule) };
}

/** The name of each voice, in order; null where it has none. */
export const namesIn = (talk: readonly Said[], facts?: Partial<EpisodeFacts>): (string | null)[] =>
  hear(talk, facts).speakers.map(({ name }) => name);
