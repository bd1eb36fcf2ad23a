import type { Doc } from '../../schemas/document.js';
import { adaptToVoices } from './adapt-to-voices.js';
import { bestPath, sumPaths, type Posteriors, type Potentials } from './decode-voices.js';
import { findGaps, type Gaps } from './find-gaps.js';
import { openingFinder } from './find-openings.js';
import type { Decoding, TurnLexicon } from './lexicon.js';
import { scoreGaps, type WordEvidence } from './score-gaps.js';
import { viewWords, type WordView } from './view-words.js';
import { weighMarks } from './weigh-marks.js';

/** Who of two voices speaks each unit of a text, with the posteriors of every unit and gap. */
export interface Hearing {
  readonly gaps: Gaps;
  readonly path: Uint8Array;
  readonly posteriors: Posteriors;
}

/** Large enough to leave no doubt, small enough to add up. */
const CERTAIN = 60;

/** Languages that the model of the words may be asked about; `und` is often a short English text. */
const MODELLED: ReadonlySet<string> = new Set(['en', 'und']);

/** Tells two voices apart by the words, and by the source's change marks where it has any. */
export function hearVoices(doc: Doc<'tokens' | 'sentences' | 'restored' | 'changes'>, { classes, model, decoding }: TurnLexicon): Hearing {
  const view = viewWords(doc.text, doc.layers, classes);
  const gaps = findGaps(view, doc.layers, openingFinder(view, model.openings));
  const marked = doc.layers.changes.length > 0;
  const words = MODELLED.has(doc.episode.language)
    ? cooled(scoreGaps(view, gaps, model), gaps, marked ? withMarks(decoding) : decoding)
    : noEvidence(gaps);
  const weighed = marked ? weighMarks(words, gaps, decoding.marks) : { ...words, change: withBias(words.change, gaps, decoding) };
  let evidence = weighed;
  for (let round = 0; round < (marked ? decoding.marks.rounds : 1); round++)
    evidence = adaptToVoices(weighed, sumPaths(evidence).first, { ...decoding.adaptation, tellings: model.tellings });
  const path = bestPath(evidence);
  const posteriors = sumPaths(anchored(evidence, path));
  const hearing = { gaps, path, posteriors };
  return !marked && isOneVoice(hearing, view, decoding) ? inOneVoice(hearing, decoding) : hearing;
}

function withMarks(decoding: Decoding): Decoding {
  return { ...decoding, temperature: decoding.marks.temperature, wallTemperature: decoding.marks.temperature };
}

function noEvidence({ count }: Gaps): WordEvidence {
  const none = new Float64Array(count);
  return { change: none, toward: none, role: none, roleRows: [], roleEnd: new Int32Array(count) };
}

/** Two people in conversation give themselves away every few hundred words; a talk or a reading has hardly a change that looks sure. */
function isOneVoice({ gaps, posteriors: { change } }: Hearing, { mark }: WordView, decoding: Decoding): boolean {
  const { sureChange, sureWallChange, sureChangesPerThousand } = decoding;
  const words = mark.reduce((count, kind) => (kind === 0 ? count + 1 : count), 0);
  let sure = 0;
  for (let gap = 1; gap < gaps.count; gap++) if ((change[gap] ?? 0) >= (gaps.inWall[gap] === 1 ? sureWallChange : sureChange)) sure++;
  return sure < Math.max(1, (sureChangesPerThousand * words) / 1000);
}

function inOneVoice({ gaps, path, posteriors }: Hearing, { oneVoice }: Decoding): Hearing {
  return { gaps, path: path.map(() => 0), posteriors: { ...posteriors, first: posteriors.first.map(() => oneVoice) } };
}

function withBias(change: Float64Array, { inWall }: Gaps, { changeBias, wallBias }: Decoding): Float64Array {
  return change.map((score, gap) => score + (inWall[gap] === 1 ? wallBias : changeBias));
}

/** The model is surer of itself than it should be: it has seen too few shows. */
function cooled(evidence: WordEvidence, { inWall }: Gaps, { temperature, wallTemperature }: Decoding): WordEvidence {
  const cool = (row: Float64Array): Float64Array => row.map((value, gap) => value / (inWall[gap] === 1 ? wallTemperature : temperature));
  return { ...evidence, change: cool(evidence.change), toward: cool(evidence.toward), role: cool(evidence.role) };
}

/**
 * Fixes the voice of the most telling unit. Which voice is "the first" is only a name, so without an anchor a text in which neither
 * talks like a host would have posteriors of one half everywhere, however sure its changes are.
 */
function anchored(potentials: Potentials, path: Uint8Array): Potentials {
  let anchor = 0;
  const role = Float64Array.from(potentials.role);
  for (const [unit, value] of role.entries()) if (Math.abs(value) > Math.abs(role[anchor] ?? 0)) anchor = unit;
  role[anchor] = path[anchor] === 0 ? CERTAIN : -CERTAIN;
  return { ...potentials, role };
}
