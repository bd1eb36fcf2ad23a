import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOfPart, FAMILIES } from '../claim-model.js';
import { toClaimWords } from '../lexicon.js';
import type { Alphabet } from '../read-tokens.js';
import { readGold, readReferences, toUnpunctuated, type AnnotatedText } from './annotated.js';
import { calibrate } from './calibrate.js';
import { fitByShow, tryOn, type HeldOut } from './cross-validate.js';
import { PartNumbers, toAlphabet, toExample, type Example } from './examples.js';
import { fitClauses, type ClauseFitting } from './fit-clauses.js';
import { byFamily, fitReading, KINDS, SIGNS, toReadExamples, type ReadingFitting } from './fit-readings.js';
import { toReadText } from './read-text.js';
import { featuresFor, reportClauses, reportReadings } from './report.js';

// Run from the root of the repository, after a build, with the folder that holds `gold/more` and `data/turns`:
// node dist/stages/extract-claims/train/train.js ../shared

const CLAUSES: ClauseFitting = { rounds: 12, step: 0.04, decay: 0.001, fewest: 30, seed: 1 };
const READINGS: ReadingFitting = { rounds: 12, step: 0.05, decay: 0.0005, fewest: 4, seed: 1 };
/** Families of features that a reading does without: words of one show mislead about the polarity of another. */
const NOT_FOR_POLARITY = ['word '];
const THRESHOLD = 0.32;
/** Weights nearer to 0 than this are left out. */
const LEAST_WEIGHT = 0.05;

const STAGE = 'stages/extract-claims';
const NOTE =
  'Trained by train/train.ts, see train/MODEL_CARD.md. Text of thechangelog/transcripts, CC BY-SA 4.0; this file is released under CC BY-SA 4.0.';

function main(shared: string): void {
  const words = toClaimWords({ cues: readJson(`${STAGE}/lexicon/cues.json`), grammar: readJson(`${STAGE}/lexicon/grammar.json`) });
  const written = [
    ...readGold(join(shared, 'gold/more')),
    ...readReferences(`${STAGE}/train/annotations.jsonl`, join(shared, 'data/turns')),
  ];
  const walls = written.map((text) => toUnpunctuated(text, 'kept'));
  const bare = written.map((text) => toUnpunctuated(text, 'none'));
  const alphabet = toAlphabet([...written, ...bare], words);
  const numbers = new PartNumbers();
  const readText = toReadText('stages');
  const toExamples = (texts: readonly AnnotatedText[]): Example[] =>
    texts.map((text) => toExample(text, { words, alphabet, numbers, readText }));
  const examples = { written: toExamples(written), walls: toExamples(walls), bare: toExamples(bare) };
  const all = [...examples.written, ...examples.walls, ...examples.bare];
  const size = numbers.keys.length;

  const heldOut = fitByShow(all, size, CLAUSES);
  const tryAll = (tried: readonly Example[]): HeldOut[] =>
    tried.map((example) => tryOn(example, heldOut.get(example.source.show) ?? new Float64Array(size), THRESHOLD));
  const results = { written: tryAll(examples.written), walls: tryAll(examples.walls), bare: tryAll(examples.bare) };
  reportClauses(results);
  const calibration = calibrate(results.written.flatMap(({ claims }) => claims));
  writeJson('clauses', clausesFile(fitClauses(all, size, CLAUSES), { numbers, alphabet, calibration }));

  const read = examples.written.flatMap((example) => toReadExamples(example, words));
  const kind = { classes: KINDS, classOf: (example: { readonly kind: string }) => example.kind, without: [] };
  const polarity = { classes: SIGNS, classOf: (example: { readonly polarity: string }) => example.polarity, without: NOT_FOR_POLARITY };
  reportReadings(read, { kind, polarity }, READINGS);
  const fitted = [kind, polarity].map((task) => ({
    classes: task.classes,
    weights: byFamily(
      fitReading(
        read.map((example) => ({ ...example, features: featuresFor(example, task) })),
        task,
        READINGS,
      ),
      (weight) => Number(weight.toFixed(2)),
    ),
  }));
  writeJson('readings', { note: NOTE, kind: fitted[0], polarity: fitted[1] });
}

function clausesFile(
  weights: Float64Array,
  { numbers, alphabet, calibration }: { readonly numbers: PartNumbers; readonly alphabet: Alphabet; readonly calibration: object },
): object {
  const rows: Record<string, Record<string, number>> = Object.fromEntries(FAMILIES.map((family) => [family, {}]));
  const named = numbers.keys.map((key, index) => ({ name: nameOfPart(key, alphabet.symbols), weight: weights[index] ?? 0 }));
  for (const { name, weight } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = name.indexOf(':');
    const row = rows[name.slice(0, at)];
    if (row !== undefined && Math.abs(weight) >= LEAST_WEIGHT) row[name.slice(at + 1)] = Number(weight.toFixed(2));
  }
  return { note: NOTE, vocabulary: [...alphabet.vocabulary].sort(), threshold: THRESHOLD, calibration, weights: rows };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** One family a line: small enough to read, and to compare. */
function writeJson(name: string, content: object): void {
  writeFileSync(`${STAGE}/weights/${name}.json`, `${JSON.stringify(content).replaceAll('},"', '},\n"')}\n`);
}

main(process.argv[2] ?? '../shared');
