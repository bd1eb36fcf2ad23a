import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toRestoreLexicon } from '../lexicon.js';
import { toRestoreModel } from '../restore-model.js';
import type { GapNet } from '../net-shape.js';
import { rowCount, type Vocabulary } from '../vocabulary.js';
import { toCasing, type KnownCases } from '../casing.js';
import { chooseDecoding } from './choose-decoding.js';
import { countCase } from './count-case.js';
import { countVocabulary } from './count-words.js';
import { CLEAN, makeWall, RECOGNISED, wordsOf } from './make-wall.js';
import { fitGroups, type GroupFit } from './fit-groups.js';
import { packModel } from './pack-model.js';
import { readRecognised } from './recognised.js';
import { randomFrom } from '../../random.js';
import { readShow, TRAIN_SHOWS, TUNING_SHOWS, type Episode } from './read-shows.js';
import { scoreShows, scoreWalls } from './score-shows.js';
import { toTable } from './report.js';
import { sharesOf, toExample, trainNet, type Example } from './train-net.js';

// Run from the root of the repository, after a build, with the folder that holds `changelog_*.jsonl.gz`:
// node dist/stages/restore-text/train/train.js ../shared/data/turns

const SIZES = { words: 12_000, tails: 512, width: 32, states: 32, units: 64 };
const GROUPS = { leastSeen: 50, rate: 0.3, openFrom: 0.025 };
/** The gate of the shipped model: higher than in training, since on the tuning show the network finds no mark below it. */
const SHIPPED_OPEN_FROM = 0.1;
const TRAINING = { passes: 5, rate: 0.004, groupRate: 0.05 };
const SEED = 7;

const STAGES = 'stages';
const NOTE =
  'Made by train/train.ts, see train/MODEL_CARD.md. From thechangelog/transcripts, CC BY-SA 4.0; this file is released under CC BY-SA 4.0.';

function main(folder: string): void {
  const random = randomFrom(SEED);
  const gazetteer = readFileSync(`${STAGES}/tag-entities/lexicon/gazetteer.tsv`, 'utf8');
  const listed = toCasing({ gazetteer, contractions: new Map(), known: { written: [], small: [], pairs: [] } }).words;
  const cases = countCase();
  const examples: Example[] = [];
  for (const show of TRAIN_SHOWS) {
    for (const episode of episodesOf(folder, show)) {
      const words = wordsOf(episode);
      cases.add(words);
      examples.push(toExample(makeWall(words, RECOGNISED, random)));
    }
  }
  writeCasing(cases.known(listed));
  const vocabulary = countVocabulary(examples, SIZES);
  const { width, states, units } = SIZES;
  const shape = { rows: rowCount(vocabulary), width, states, units };
  const fit = fitGroups(examples, { ...GROUPS, random });
  const net = trainNet(examples, { shape, vocabulary, fit, ...TRAINING, random, tell: (line) => console.error(line) });
  writeMarks(net, { vocabulary, fit }, folder);
  const lexicon = toRestoreLexicon({
    model: readJson('restore-text/weights/marks.json'),
    casing: readJson('restore-text/weights/casing.json'),
    contractions: readJson('restore-text/lexicon/contractions.json'),
    gazetteer,
  });
  console.log(toTable(scoreShows(folder, lexicon)));
  const recognised = readRecognised({
    heard: join(folder, '../turns_asr/earnings21_rev_kaldi.jsonl.gz'),
    written: join(folder, 'earnings21.jsonl.gz'),
  });
  if (recognised !== undefined) console.log(toTable([scoreWalls('earnings21, recognised', recognised, lexicon)]));
}

/** Packs the weights, and chooses the thresholds with the weights as they are after packing. */
function writeMarks(net: GapNet, known: { readonly vocabulary: Vocabulary; readonly fit: GroupFit }, folder: string): void {
  const decoding = { endFrom: 0.5, questionFrom: 0.5, commaFrom: 0.5, longest: 60 };
  const rough = toRestoreModel(packModel(net, known, { note: NOTE, decoding, openFrom: SHIPPED_OPEN_FROM }));
  const random = randomFrom(SEED);
  const tried = TUNING_SHOWS.flatMap((show) => episodesOf(folder, show)).map((episode) => {
    const { words, marks } = toExample(makeWall(wordsOf(episode), CLEAN, random));
    return { shares: sharesOf(rough, words), marks };
  });
  const file = packModel(net, known, { note: NOTE, decoding: chooseDecoding(tried), openFrom: SHIPPED_OPEN_FROM });
  writeFileSync(`${STAGES}/restore-text/weights/marks.json`, `${JSON.stringify(file, null, 1)}\n`);
}

function writeCasing({ written, small, pairs }: KnownCases): void {
  const file = JSON.stringify({ note: NOTE, written, small, pairs }).replaceAll('","', '",\n"');
  writeFileSync(`${STAGES}/restore-text/weights/casing.json`, `${file}\n`);
}

function episodesOf(folder: string, show: string): Episode[] {
  const episodes = readShow(folder, show);
  if (episodes === undefined) throw new Error(`${folder} has no changelog_${show}.jsonl.gz`);
  return episodes;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(`${STAGES}/${path}`, 'utf8'));
}

main(process.argv[2] ?? '../shared/data/turns');
