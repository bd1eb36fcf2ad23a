import { readFileSync } from 'node:fs';
// Training reads texts as the pipeline does, so it runs the stages before it.
import { toRestoreLexicon } from '../../restore-text/lexicon.js';
import { restoreText } from '../../restore-text/restore-text.js';
import { tagTokens } from '../../tag-tokens/tag-tokens.js';
import { addMarks } from '../add-marks.js';
import type { ReadText } from './examples.js';

/** Tags a text, and restores what it lacks. */
export function toReadText(stages: string): ReadText {
  const readFile = (path: string): string => readFileSync(`${stages}/${path}`, 'utf8');
  const { model, casing } = toRestoreLexicon({
    model: JSON.parse(readFile('restore-text/weights/marks.json')),
    casing: JSON.parse(readFile('restore-text/weights/casing.json')),
    contractions: JSON.parse(readFile('restore-text/lexicon/contractions.json')),
    gazetteer: readFile('tag-entities/lexicon/gazetteer.tsv'),
  });
  const tagger = tagTokens();
  const restorer = restoreText(model, casing);
  return (text) => {
    const read = { id: '', text, format: 'training', episode: { language: 'en' }, layers: { changes: [], events: [] } };
    const tagged = { ...read, layers: { ...read.layers, ...tagger.run(read).layers } };
    const { tokens, sentences } = addMarks({ ...tagged, layers: { ...tagged.layers, ...restorer.run(tagged).layers } }).layers;
    return { tokens, sentences };
  };
}
