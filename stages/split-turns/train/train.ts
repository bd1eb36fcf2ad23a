import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doc } from '../../../schemas/document.js';
// Training reads texts as the pipeline does, so it needs the stages before it.
import { toRestoreLexicon } from '../../restore-text/lexicon.js';
import { restoreText } from '../../restore-text/restore-text.js';
import { tagTokens } from '../../tag-tokens/tag-tokens.js';
import { toFeatureTable } from '../feature-table.js';
import type { OpeningModel } from '../find-openings.js';
import { toTurnLexicon, toWordClasses } from '../lexicon.js';
import { splitTurns } from '../split-turns.js';
import type { TurnModelFile } from '../turn-model.js';
import { viewWords } from '../view-words.js';
import { loadEpisodes, type Episode } from './episodes.js';
import { speakerByOffset, toExample, type Example } from './examples.js';
import { addShare, newFit, noFit, type Fit } from './fit.js';
import { fitOpenings, type Wall } from './fit-openings.js';
import { scoreTurns, toTables } from './held-out.js';
import { chooseFeatures, toRows } from './keep-features.js';
import { learnTellings } from './learn-tellings.js';
import { hostOdds, learn, posteriorsOf, toLesson, type Answers } from './learn.js';
import { packOpenings, packTellings, packVoices } from './pack-model.js';
import { randomFrom } from '../../random.js';
import { HELD_OUT, SETTINGS } from './settings.js';
import { unlabel, VARIANTS, type Unlabelled, type Variant } from './variants.js';

// node dist/stages/split-turns/train/train.js <folder with changelog_*.jsonl.gz> <stages folder>
const [data = '', stages = ''] = process.argv.slice(2);
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(stages, path), 'utf8'));
const weightsPath = join(stages, 'split-turns/weights/two-voices.json');
const tagger = tagTokens();
const { model: marks, casing } = toRestoreLexicon({
  model: readJson('restore-text/weights/marks.json'),
  casing: readJson('restore-text/weights/casing.json'),
  contractions: readJson('restore-text/lexicon/contractions.json'),
  gazetteer: readFileSync(join(stages, 'tag-entities/lexicon/gazetteer.tsv'), 'utf8'),
});
const restorer = restoreText(marks, casing);
const wordClasses = readJson('split-turns/lexicon/word-classes.json');
const classes = toWordClasses(wordClasses);
const random = randomFrom(SETTINGS.seed);
const slots = 1 << SETTINGS.bits;

const episodes = loadEpisodes(data);
const training = episodes.filter(({ show }) => !HELD_OUT.includes(show));
writeFileSync(weightsPath, `${JSON.stringify(trainModel(), null, 1)}\n`);
measureOn(episodes.filter(({ show, whole }) => whole && HELD_OUT.includes(show)));

function trainModel(): TurnModelFile {
  const openings = fitOpenings(training.filter(({ whole }) => whole).map(toWall), slots, random);
  const packed = packOpenings(openings);
  console.error('openings found');
  const finder = { mask: slots - 1, table: toFeatureTable(packed, SETTINGS.bits), least: openings.least };
  return {
    note: 'Written by train/train.ts; see train/MODEL_CARD.md.',
    source: 'thechangelog/transcripts (Changelog Media; Big Tent: Grafana Labs)',
    licence: 'CC BY-SA 4.0',
    trained: '2026-11-21',
    bits: SETTINGS.bits,
    openings: packed,
    least: openings.least,
    ...trainVoices(finder),
  };
}

/** Whole episodes in every variant, stretches of others as a wall and in one of the variants that have sentences. */
function trainVoices(openings: OpeningModel): ReturnType<typeof packVoices> & ReturnType<typeof packTellings> {
  const features = { classes, openings };
  const all = training.flatMap((episode) => {
    const own: readonly Variant[] = episode.whole ? VARIANTS : [random() < 0.5 ? 'punctuated' : 'run-on', 'wall'];
    return own.map((variant) => unlabel(episode, variant, random)).map((source) => toExample(source, tag(source), features));
  });
  const kept = chooseFeatures(all, slots);
  const examples = toRows(all, kept, slots);
  const lessons = { examples, hosts: firstHosts(training), rows: { gaps: kept.gaps.length + 1, roles: kept.roles.length + 1 } };
  const teachers = Array.from({ length: SETTINGS.teachers.count }, () => fitVoices(lessons, new Map()));
  const fit = fitVoices(lessons, new Map(examples.map((example) => [example, taughtBy(teachers, example)])));
  return { ...packVoices(fit, kept), ...packTellings(learnTellings(examples, kept.roles.length + 1, random)) };
}

interface Lessons {
  readonly examples: readonly Example[];
  /** Who is the host of each episode; every epoch has a say in it. */
  readonly hosts: Map<string, number>;
  readonly rows: { readonly gaps: number; readonly roles: number };
}

/** Trains once; the mean of the last epochs' weights. */
function fitVoices({ examples, hosts, rows }: Lessons, taught: ReadonlyMap<Example, Answers>): Fit {
  const fit = newFit(rows, random);
  const mean = noFit(fit);
  let steps = 0;
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    const stretches = shuffled(examples.flatMap(cut));
    for (const [index, { example, from, to }] of stretches.entries()) {
      const lesson = toLesson(example, { from, to, host: hosts.get(example.id) ?? 0, taught: taught.get(example) }, random);
      if (epoch >= SETTINGS.averageFrom && index % Math.ceil(stretches.length / SETTINGS.snapshots) === 0)
        addShare(mean, fit, 1 / (SETTINGS.snapshots * (SETTINGS.epochs - SETTINGS.averageFrom)));
      learn(lesson, fit, { steps: steps++, left: 1 - (epoch + index / stretches.length) / SETTINGS.epochs });
    }
    if (epoch + 1 < SETTINGS.epochs) chooseHosts(examples, hosts, fit);
    console.error(`epoch ${epoch + 1} of ${SETTINGS.epochs}`);
  }
  return mean;
}

/** What the teachers think of an example, on average: where one was taken in by chance, the others were not. */
function taughtBy(teachers: readonly Fit[], example: Example): Answers {
  const thoughts = teachers.map((teacher) => posteriorsOf(example, teacher));
  const mean = (of: (answers: Answers) => Float64Array): Float64Array =>
    Float64Array.from(
      { length: example.units },
      (_, unit) => thoughts.reduce((sum, one) => sum + (of(one)[unit] ?? 0), 0) / thoughts.length,
    );
  return { first: mean(({ first }) => first), change: mean(({ change }) => change), toward: mean(({ toward }) => toward) };
}

function toWall(episode: Episode): Wall {
  const source = unlabel(episode, 'wall', random);
  const doc = tag(source);
  const view = viewWords(doc.text, doc.layers, classes);
  const speakerAt = speakerByOffset(source.starts);
  const { tokens } = doc.layers;
  const gaps = Int32Array.from(
    [...tokens.keys()].filter((index) => view.mark[index] === 0 && (tokens[index - 1]?.end ?? -1) < (tokens[index]?.start ?? 0)),
  );
  return { view, gaps, speaker: Uint8Array.from(gaps, (index) => speakerAt(tokens[index]?.start ?? 0)) };
}

/** The text as the pipeline tags it. */
function tag({ text }: Unlabelled): Doc<'changes' | 'tokens' | 'sentences' | 'restored'> {
  const doc = { id: '', text, format: 'training', episode: { language: 'en' }, layers: { changes: [], events: [] } };
  const tagged = { ...doc, layers: { ...doc.layers, ...tagger.run(doc).layers } };
  return { ...tagged, layers: { ...tagged.layers, ...restorer.run(tagged).layers } };
}

/** To begin with, the host is who asks more often. */
function firstHosts(training: readonly Episode[]): Map<string, number> {
  return new Map(
    training.map(({ id, turns }) => {
      const rates = [0, 1].map((speaker) => {
        const own = turns
          .filter((turn) => turn.speaker === speaker)
          .map((turn) => turn.text)
          .join(' ');
        return own.split('?').length / own.split(' ').length;
      });
      return [id, (rates[0] ?? 0) > (rates[1] ?? 0) ? 0 : 1];
    }),
  );
}

/** Later, whom the model takes for the host, over all variants of an episode. */
function chooseHosts(examples: readonly Example[], hosts: Map<string, number>, fit: Fit): void {
  const odds = new Map<string, number>();
  for (const example of examples) odds.set(example.id, (odds.get(example.id) ?? 0) + hostOdds(example, fit));
  for (const [id, value] of odds) hosts.set(id, value > 0 ? 0 : 1);
}

/** Cuts an example into stretches of uneven length, so that an episode may begin anywhere. */
function cut(example: Example): { example: Example; from: number; to: number }[] {
  const stretches: { example: Example; from: number; to: number }[] = [];
  for (let from = 0; from < example.units; from = stretches.at(-1)?.to ?? example.units)
    stretches.push({ example, from, to: Math.min(example.units, from + Math.ceil(SETTINGS.stepUnits * (0.5 + random()))) });
  return stretches;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function measureOn(heldOut: readonly Episode[]): void {
  const lexicon = {
    wordClasses,
    unknownLabels: readJson('split-turns/lexicon/unknown-labels.json'),
    decoding: readJson('split-turns/lexicon/decoding.json'),
  };
  const stage = splitTurns(toTurnLexicon({ ...lexicon, model: readJson('split-turns/weights/two-voices.json') }));
  const scores = heldOut.flatMap((episode) =>
    VARIANTS.map((variant) => {
      const source = unlabel(episode, variant, random);
      const doc = tag(source);
      return scoreTurns(source, doc, stage.run(doc).layers.turns);
    }),
  );
  console.log(toTables(scores));
}
