import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../pipeline/project.js';
import type { Doc, Layers } from '../schemas/document.js';
import { toRestoreLexicon } from '../stages/restore-text/lexicon.js';
import { restoreText } from '../stages/restore-text/restore-text.js';
import { tagTokens } from '../stages/tag-tokens/tag-tokens.js';

const readFile = (path: string): string => readFileSync(join(PROJECT_ROOT, 'stages', path), 'utf8');

const restoring = toRestoreLexicon({
  model: JSON.parse(readFile('restore-text/weights/marks.json')),
  casing: JSON.parse(readFile('restore-text/weights/casing.json')),
  contractions: JSON.parse(readFile('restore-text/lexicon/contractions.json')),
  gazetteer: readFile('tag-entities/lexicon/gazetteer.tsv'),
});
const tagger = tagTokens();
const restorer = restoreText(restoring.model, restoring.casing);

/** The layers of the two stages that every other one builds on. */
export function tag(
  doc: Doc<'changes'> & { readonly layers: Partial<Pick<Layers, 'events'>> },
): Pick<Layers, 'tokens' | 'rawSentences' | 'sentences' | 'restored'> {
  const tagged = { ...doc, layers: { events: [], ...doc.layers, ...tagger.run(doc).layers } };
  const { tokens, rawSentences } = tagged.layers;
  return { tokens, rawSentences, ...restorer.run(tagged).layers };
}
