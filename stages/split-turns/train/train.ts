import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doc } from '../../../schemas/document.js';
// Training reads texts as the pipeline does, so it needs the stages before it.
import { toRestoreLexicon } from '../../restore-text/lexicon.js';
import { restoreText } from '../../restore-text/restore-text.js';
import { tagTokens } from '../../tag-tokens/tag-tokens.js';
import { toTurnLexicon, toWordClasses } from '../lexicon.js';
import { splitTurns } from '../split-turns.js';
import { loadEpisodes, type Episode } from './episodes.js';
import { toExample, type Example } from './examples.js';
import { hostOdds, newFit, stepOn, type Column, type Fit, type Stretch } from './fit.js';
import { scoreTurns, toTables } from './held-out.js';
import { chooseFeatures, thinOut } from './keep-features.js';
import { packModel } from './pack-model.js';
import { seeded } from './random.js';
import { HELD_OUT, SETTINGS } from './settings.js';
import { unlabel, VARIANTS, type Unlabelled } from './variants.js';

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
const random = seeded(SETTINGS.seed);
const slots = 1 << SETTINGS.bits;

const episodes = loadEpisodes(data);
const model = trainOn(episodes.filter(({ show }) => !HELD_OUT.includes(show)));
writeFileSync(weightsPath, `${JSON.stringify(model, null, 1)}\n`);
measureOn(episodes.filter(({ show }) => HELD_OUT.includes(show)));

function trainOn(training: readonly Episode[]): ReturnType<typeof packModel> {
  const features = { classes: toWordClasses(wordClasses), mask: slots - 1 };
  const all = training.flatMap((episode) =>
    VARIANTS.map((variant) => unlabel(episode, variant, random)).map((source) => toExample(source, tag(source), features)),
  );
  const kept = chooseFeatures(all, slots);
  const examples = all.map((example) => thinOut(example, kept));
  const hosts = firstHosts(training);
  const fit = newFit(slots);
  const mean = newFit(slots);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    const rate = SETTINGS.rate / (1 + SETTINGS.fall * epoch);
    for (const stretch of shuffled(examples.flatMap((example) => cut(example, hosts.get(example.id) ?? 0)))) stepOn(stretch, fit, rate);
    if (epoch > 0) chooseHosts(examples, hosts, fit);
    if (epoch >= SETTINGS.averageFrom) for (const column of ['change', 'toward', 'role'] as const) addInto(mean[column], fit[column]);
    console.error(`epoch ${epoch + 1} of ${SETTINGS.epochs}`);
  }
  return packModel(mean, kept, {
    note: 'Written by train/train.ts; see train/MODEL_CARD.md.',
    source: 'thechangelog/transcripts (Changelog Media; Big Tent: Grafana Labs)',
    licence: 'CC BY-SA 4.0',
    trained: '2026-11-21',
    bits: SETTINGS.bits,
  });
}

function tag({ text }: Unlabelled): Doc<'changes' | 'tokens' | 'sentences'> {
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
function cut(example: Example, host: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < example.units; from = stretches.at(-1)?.to ?? example.units) {
    const to = Math.min(example.units, from + Math.ceil(SETTINGS.stepUnits[example.variant] * (0.5 + random())));
    stretches.push({ example, from, to, host });
  }
  return stretches;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function addInto(mean: Column, column: Column): void {
  const epochs = SETTINGS.epochs - SETTINGS.averageFrom;
  for (const [slot, weight] of column.weights.entries()) if (weight !== 0) mean.weights[slot] = (mean.weights[slot] ?? 0) + weight / epochs;
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
