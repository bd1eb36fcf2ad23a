import type { RestoreLexicon } from '../lexicon.js';
import { CLEAN, makeWall, wordsOf, type Wall } from './make-wall.js';
import { addCounts, fixedLength, noCounts, restoreWall, type Counts } from './measure.js';
import { randomFrom } from '../../random.js';
import { readShow, TEST_SHOWS, type Episode } from './read-shows.js';

/** A show that nothing was trained on: what the stage restores, beside sentences of fixed length. Leaving a wall as it is scores 0. */
export interface ShowScores {
  readonly show: string;
  readonly episodes: number;
  readonly words: number;
  readonly restored: Counts;
  readonly fixedLength: Counts;
}

/** Words of a sentence in the shows trained on, rounded. */
const SENTENCE_WORDS = 13;
const SEED = 11;

/** Scores whole episodes of the held-out shows: their case and marks are taken away, and compared with what comes back. */
export function scoreShows(folder: string, lexicon: RestoreLexicon, episodesOfShow = Infinity): ShowScores[] {
  return TEST_SHOWS.flatMap((show) => {
    const episodes = readShow(folder, show);
    return episodes === undefined ? [] : [scoreShow(show, spread(episodes, episodesOfShow), lexicon)];
  });
}

function scoreShow(show: string, episodes: readonly Episode[], lexicon: RestoreLexicon): ShowScores {
  const random = randomFrom(SEED);
  return scoreWalls(
    show,
    episodes.map((episode) => makeWall(wordsOf(episode), CLEAN, random)),
    lexicon,
  );
}

/** Scores walls whose marks are known. */
export function scoreWalls(show: string, walls: readonly Wall[], lexicon: RestoreLexicon): ShowScores {
  const restored = noCounts();
  const fixed = noCounts();
  for (const wall of walls) {
    addCounts(restored, restoreWall(wall, lexicon), wall);
    addCounts(fixed, fixedLength(wall, SENTENCE_WORDS), wall);
  }
  return {
    show,
    episodes: walls.length,
    words: walls.reduce((sum, { marks }) => sum + marks.length, 0),
    restored,
    fixedLength: fixed,
  };
}

/** So many of the episodes, evenly apart. */
function spread(episodes: readonly Episode[], most: number): Episode[] {
  const step = Math.max(1, episodes.length / most);
  return episodes.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
