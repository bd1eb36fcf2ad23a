import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import type { Diagnostic } from '../../../schemas/diagnostic.js';
import type { ChangeMark, Doc } from '../../../schemas/document.js';
import type { Boundary, Turn } from '../../../schemas/turn.js';
import { toTurnLexicon, type TurnLexiconFiles } from '../../../stages/split-turns/lexicon.js';
import { splitTurns } from '../../../stages/split-turns/split-turns.js';
import { tag } from '../../tag.js';

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(PROJECT_ROOT, 'stages', path), 'utf8'));

export const files: TurnLexiconFiles = {
  wordClasses: readJson('split-turns/lexicon/word-classes.json'),
  unknownLabels: readJson('split-turns/lexicon/unknown-labels.json'),
  decoding: readJson('split-turns/lexicon/decoding.json'),
  model: readJson('split-turns/weights/two-voices.json'),
};

export const lexicon = toTurnLexicon(files);
const stage = splitTurns(lexicon);

export interface Split {
  readonly doc: Doc<'changes' | 'tokens' | 'sentences'>;
  readonly turns: readonly Turn[];
  readonly boundaries: readonly Boundary[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Splits a text whose change marks are written as `|` or `|Label:` at the start of a voice's words. */
export function split(marked: string, language = 'en'): Split {
  const changes: ChangeMark[] = [];
  let text = '';
  for (const [index, part] of marked.split('|').entries()) {
    const label = /^(?<label>[^:]{1,30}):\s/u.exec(part)?.groups?.label;
    const words = (label === undefined ? part : part.slice(label.length + 1)).replace(/\s+/gu, ' ').trim();
    if (words === '') continue;
    if (text !== '') text += ' ';
    if (index > 0) changes.push({ at: text.length, ...(label === undefined ? {} : { label }) });
    text += words;
  }
  const read = { id: '0'.repeat(16), text, format: 'by-hand', episode: { language }, layers: { changes } };
  const doc = { ...read, layers: { ...read.layers, ...tag(read) } };
  const { layers, diagnostics } = stage.run(doc);
  return { doc, turns: layers.turns, boundaries: layers.boundaries, diagnostics };
}

/** The turns of a text as `voice: words`. */
export function turnsIn(marked: string): string[] {
  const { doc, turns } = split(marked);
  return turns.map(({ start, end, voice }) => `${voice ?? '?'}: ${doc.text.slice(start, end)}`);
}
