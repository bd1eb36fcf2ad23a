import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import type { Doc } from '../../../schemas/document.js';
import type { Mention } from '../../../schemas/mention.js';
import { slice } from '../../../schemas/span.js';
import { toEntityLexicon, type EntityLexicon } from '../../../stages/tag-entities/lexicon.js';
import { tagEntities } from '../../../stages/tag-entities/tag-entities.js';
import { docOf } from '../../doc-builder.js';

const FOLDER = join(PROJECT_ROOT, 'stages/tag-entities/lexicon');

export const contentOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
export const jsonOf = (file: string): unknown => JSON.parse(contentOf(file));

/** The lexicon that ships. */
export const LEXICON: EntityLexicon = toEntityLexicon({
  gazetteer: contentOf('gazetteer.tsv'),
  cues: jsonOf('cues.json'),
  notNames: jsonOf('not-names.json'),
  nameEndings: jsonOf('name-endings.json'),
});

const stage = tagEntities(LEXICON);

/** The mentions of some turns; `labels` are the names that the source gives to its voices, in alternation. */
export function mentionsIn(turns: string | readonly string[], labels: readonly string[] = []): readonly Mention[] {
  return stage.run(documentOf(turns, labels)).layers.mentions;
}

/** "words → name (type)" of each mention. */
export function entitiesIn(turns: string | readonly string[], labels: readonly string[] = []): string[] {
  const { text } = documentOf(turns, labels);
  return mentionsIn(turns, labels).map((mention) => `${slice(text, mention)} → ${mention.name} (${mention.entityType})`);
}

/** The canonical names, in order. */
export function namesIn(turns: string | readonly string[], labels: readonly string[] = []): string[] {
  return mentionsIn(turns, labels).map(({ name }) => name);
}

export function documentOf(turns: string | readonly string[], labels: readonly string[]): Doc<'changes' | 'tokens' | 'sentences'> {
  const doc = docOf(typeof turns === 'string' ? [turns] : turns);
  const changes = doc.layers.changes.map((change, index) => {
    const label = labels[index % labels.length];
    return label === undefined ? change : { ...change, label };
  });
  return { ...doc, layers: { ...doc.layers, changes } };
}
