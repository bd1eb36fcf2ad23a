import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Doc, ReadLayers } from '../../schemas/document.js';
import { readTranscript } from '../../stages/read-transcript/read-transcript.js';
import { loadEpisodes, type Episode } from '../../stages/split-turns/train/episodes.js';
import { speakerByOffset } from '../../stages/split-turns/train/examples.js';
import { scoreTurns, type HeldOutScore } from '../../stages/split-turns/train/held-out.js';
import { measure, type Score } from '../../stages/split-turns/train/measure.js';
import { randomFrom } from '../../stages/random.js';
import { HELD_OUT } from '../../stages/split-turns/train/settings.js';
import { unlabel, type Unlabelled } from '../../stages/split-turns/train/variants.js';
import type { Lexicons } from '../load-lexicons.js';
import { hearingRow } from '../run-document.js';
import { disturbMarks, withoutMarks } from './disturb-marks.js';
import { evaluate } from './evaluate.js';
import type { Gold } from './gold.js';
import { fitPlain, plainVoices, type SpokenWords } from './plain-voices.js';
import type { TurnScores } from './score-turns.js';

/** The long transcript with its change marks as they are, disturbed and gone. */
export interface MarksRow {
  readonly marks: string;
  readonly scores: Pick<TurnScores, 'boundaryF1' | 'wordAccuracy' | 'speakerMacroF1'>;
}

/** An episode of a held-out show without its labels, by the program and by the plain model. */
export interface ShowRow {
  readonly program: HeldOutScore;
  readonly plain: Score;
}

export interface VoiceReport {
  readonly marks: readonly MarksRow[];
  readonly shows: readonly ShowRow[];
}

const DISTURBANCE = { deleted: 0.1, added: 0.05 };
const SEEDS = 10;
const EPISODE_SEED = 23;
/** The plain model learns from every so-manieth episode: more of them do it no good. */
const PLAIN_STEP = 3;

/** Scores the turns of the long transcript with fewer and with false change marks. */
export async function scoreMarks(lexicons: Lexicons, gold: Gold, file: { folder: string; name: string }): Promise<MarksRow[]> {
  const { folder, name } = file;
  const read = readTranscript(
    { id: '0'.repeat(16), content: await readFile(join(folder, `${name}.txt`), 'utf8'), facts: {} },
    lexicons.reader,
  );
  if (!read.ok) return [];
  const row = hearingRow(lexicons);
  const own = { ...gold, documents: gold.documents.filter((document) => document.name === name) };
  const scoresOf = (doc: Doc<ReadLayers>): TurnScores => {
    const turns = row
      .run(doc)
      .doc.layers.turns.map(({ start, end, voice }) => ({ start, end, voice: voice === null ? null : String(voice) }));
    const prediction = { name, text: doc.text, voices: new Map<string, null>(), turns, mentions: [], claims: [] };
    return evaluate(own, [{ prediction, places: doc.layers.segments, exactLines: true }]).total.turns;
  };
  const disturbed = Array.from({ length: SEEDS }, (_, seed) => scoresOf(disturbMarks(read.doc, DISTURBANCE, randomFrom(seed + 1))));
  return [
    { marks: 'as given', scores: scoresOf(read.doc) },
    {
      marks: '10% deleted, 5% false: mean of ten seeds',
      scores: combined(disturbed, (values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    },
    { marks: '10% deleted, 5% false: worst of ten seeds', scores: combined(disturbed, (values) => Math.min(...values)) },
    { marks: 'all removed', scores: scoresOf(withoutMarks(read.doc)) },
  ];
}

function combined(all: readonly TurnScores[], of: (values: readonly number[]) => number): MarksRow['scores'] {
  const figure = (field: keyof MarksRow['scores']): number => of(all.map((scores) => scores[field] ?? 0));
  return { boundaryF1: figure('boundaryF1'), wordAccuracy: figure('wordAccuracy'), speakerMacroF1: figure('speakerMacroF1') };
}

/** Scores the program and the plain model on the held-out shows, as typed and as lower-case walls, without labels. */
export function scoreVoices(lexicons: Lexicons, folder: string): ShowRow[] {
  const row = hearingRow(lexicons);
  const episodes = loadEpisodes(folder).filter(({ whole }) => whole);
  const random = randomFrom(EPISODE_SEED);
  return (['punctuated', 'wall'] as const).flatMap((variant) => {
    const walls = variant === 'wall';
    const lessons = episodes.filter(({ show }) => !HELD_OUT.includes(show)).filter((_, index) => index % PLAIN_STEP === 0);
    const plain = fitPlain(
      lessons.map((episode) => toSpokenWords(unlabel(episode, variant, random), episode)),
      walls,
    );
    return episodes
      .filter(({ show }) => HELD_OUT.includes(show))
      .map((episode) => {
        const source = unlabel(episode, variant, random);
        const doc = {
          id: '',
          text: source.text,
          format: 'eval',
          episode: { language: 'en' },
          layers: { segments: [], changes: [], events: [] },
        };
        const { words, speaker } = toSpokenWords(source, episode);
        return {
          program: scoreTurns(source, doc, row.run(doc).doc.layers.turns),
          plain: measure(speaker, plainVoices(plain, words, walls)),
        };
      });
  });
}

// A word: whatever stands between white space.
const WORD = /\S+/gu;

function toSpokenWords({ text, starts }: Unlabelled, { turns }: Episode): SpokenWords {
  const found = [...text.matchAll(WORD)];
  const asks = [0, 1].map((speaker) => {
    const own = turns
      .filter((turn) => turn.speaker === speaker)
      .map((turn) => turn.text)
      .join(' ');
    return own.split('?').length / own.length;
  });
  const host = (asks[0] ?? 0) > (asks[1] ?? 0) ? 0 : 1;
  return {
    words: found.map(([word]) => word.toLowerCase()),
    speaker: Uint8Array.from(
      found.map(({ index }) => index),
      speakerByOffset(starts),
    ),
    host,
  };
}
