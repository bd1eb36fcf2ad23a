import { loadEpisodes } from '../../stages/split-turns/train/episodes.js';
import { scoreTurns, type HeldOutScore } from '../../stages/split-turns/train/held-out.js';
import { HELD_OUT } from '../../stages/split-turns/train/settings.js';
import { unlabel } from '../../stages/split-turns/train/variants.js';
import { randomFrom } from '../../stages/random.js';
import type { Lexicons } from '../load-lexicons.js';
import { hearingRow } from '../run-document.js';
import { shown } from './report-text.js';

/** Turns of a clip. */
const LENGTHS = [9, 14];
/** Where in an episode its clips begin, as shares of its turns. */
const PLACES = [0.2, 0.5, 0.75];
const SEED = 5;

/** How well the turns of clips of so many turns are found, one score a clip. */
export interface ClipScores {
  readonly turns: number;
  readonly scores: readonly Pick<HeldOutScore, 'boundaryF1' | 'macroF1' | 'wordAccuracy'>[];
}

/** Scores clips cut from the episodes of the held-out shows, as lower-case walls: a clip says little about how its voices talk. */
export function scoreClips(lexicons: Lexicons, folder: string): ClipScores[] {
  const row = hearingRow(lexicons);
  const random = randomFrom(SEED);
  const episodes = loadEpisodes(folder).filter(({ whole, show }) => whole && HELD_OUT.includes(show));
  return LENGTHS.map((length) => {
    const clips = episodes.flatMap((episode) =>
      PLACES.map((place) => {
        const from = Math.floor(episode.turns.length * place);
        return { ...episode, turns: episode.turns.slice(from, from + length) };
      }).filter(({ turns }) => turns.length === length),
    );
    const scores = clips.map((clip) => {
      const source = unlabel(clip, 'wall', random);
      const layers = { segments: [], changes: [], events: [] };
      const doc = { id: '', text: source.text, format: 'eval', episode: { language: 'en' }, layers };
      return scoreTurns(source, doc, row.run(doc).doc.layers.turns);
    });
    return { turns: length, scores };
  });
}

/** A Markdown table of means over clips. */
export function clipTable(rows: readonly ClipScores[]): string {
  const mean = (scores: ClipScores['scores'], figure: keyof ClipScores['scores'][number]): string =>
    shown(scores.reduce((sum, score) => sum + score[figure], 0) / scores.length);
  return [
    '| turns of a clip | clips | boundary F1 | macro-F1 | word accuracy |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ turns, scores }) =>
        `| ${turns} | ${scores.length} | ${mean(scores, 'boundaryF1')} | ${mean(scores, 'macroF1')} | ${mean(scores, 'wordAccuracy')} |`,
    ),
  ].join('\n');
}
