import type { Doc } from '../../schemas/document.js';
import type { Stage, StageResult } from '../stage.js';
import type { Casing } from './casing.js';
import { decodeMarks } from './decode-marks.js';
import { findBreaks } from './find-breaks.js';
import { findLacks } from './find-walls.js';
import { findWords } from './find-words.js';
import { endsSentence } from './marks.js';
import type { RestoreModel } from './restore-model.js';
import { toSentences } from './to-sentences.js';
import { writeEdits } from './write-edits.js';

type Needs = 'tokens' | 'rawSentences' | 'changes' | 'events';
type Adds = 'sentences' | 'restored';

/** Languages that the model may be asked about; `und` is often a short English text. */
const MODELLED: ReadonlySet<string> = new Set(['en', 'und']);

/**
 * Gives sentence ends, commas, question marks and capitals to the stretches of a text that lack them, as edits of a view; the text stays
 * as it is. What a stretch lacks is decided place by place: a text may be punctuated until its last third.
 */
export function restoreText(model: RestoreModel, casing: Casing): Stage<Needs, Adds> {
  return {
    name: 'restore-text',
    version: '1.1.0',
    needs: ['tokens', 'rawSentences', 'changes', 'events'],
    adds: ['sentences', 'restored'],
    run: (doc) => restoreIn(doc, model, casing),
  };
}

function restoreIn({ text, episode, layers }: Doc<Needs>, model: RestoreModel, casing: Casing): StageResult<Adds> {
  const { tokens, rawSentences } = layers;
  const words = findWords(text);
  const lacks = findLacks(words);
  if ((lacks.walls.length === 0 && !lacks.capitals.includes(1)) || !MODELLED.has(episode.language)) {
    return { layers: { sentences: toSentences(rawSentences, tokens, { cuts: [], walls: [] }), restored: [] }, diagnostics: [] };
  }
  const breaks = findBreaks(words, layers);
  const marks = words.marks.slice(0, words.count);
  const cuts: number[] = [];
  for (const wall of lacks.walls) {
    marks.set(decodeMarks(model, { words, breaks }, wall), wall.from);
    for (let word = wall.from; word + 1 < wall.to; word++) if (endsSentence(marks[word] ?? 0)) cuts.push(words.pieces[word + 1] ?? 0);
  }
  const walls = lacks.walls.map(({ from, to }) => ({ start: words.pieces[from] ?? 0, end: words.ends[to - 1] ?? 0 }));
  const sentences = toSentences(rawSentences, tokens, { cuts, walls });
  return {
    layers: { sentences, restored: writeEdits(text, { words, marks, lacks, sentences }, casing) },
    diagnostics: walls.map((span) => ({
      rule: 'restore-text/no-marks',
      severity: 'info',
      message: 'no punctuation here: sentences are restored, not read',
      span,
    })),
  };
}
