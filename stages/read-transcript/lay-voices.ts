import type { Diagnostic } from '../../schemas/diagnostic.js';
import type { DiarizedStretch } from '../../schemas/diarization.js';
import type { Doc, ReadLayers } from '../../schemas/document.js';
import { compareVoices, type VoicedRun } from './compare-voices.js';
import { timeWords, type TimedWord } from './time-words.js';

/** A document whose changes of voice are those of a diarization. */
export interface VoicedDoc {
  readonly doc: Doc<ReadLayers>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays the voices of a diarization over a timed transcript, word by word. Where two voices meet, the words at the edge go to the side
 * that the text supports: a mark of the source, the end of a sentence, a pause. What the source itself says of voices and the
 * diarization does not is a warning, and the words in doubt are less sure. A transcript without times stays as it is.
 */
export function layVoices(doc: Doc<ReadLayers>, diarization: readonly DiarizedStretch[]): VoicedDoc {
  const { text, layers } = doc;
  const words = timeWords(text, layers.segments);
  if (words.length === 0) return { doc, diagnostics: [NO_TIMES] };
  const marks = new Set(layers.changes.map(({ at }) => at));
  const edges = { text, words, marks };
  const runs = snapEdges(dropSlivers(runsOf(voicesOfWords(words, diarization)), edges), edges);
  const { changes, diagnostics } = compareVoices({ words, runs, changes: layers.changes });
  return { doc: { ...doc, layers: { ...layers, changes } }, diagnostics };
}

const NO_TIMES: Diagnostic = {
  rule: 'read-transcript/diarization-without-times',
  severity: 'warning',
  message: 'there is a diarization, but the transcript has no times to lay it over: its voices are not used',
};

/** A word outside every stretch is the nearest voice's as long as that is not further away (milliseconds). */
const NEAR_MS = 1500;

/** For each word the voice that is heard longest in it, else the nearest; of two that talk at once the one that has the floor. */
function voicesOfWords(words: readonly TimedWord[], diarization: readonly DiarizedStretch[]): (string | null)[] {
  let first = 0;
  let floor: string | null = null;
  const longest = Math.max(...diarization.map(({ startMs, endMs }) => endMs - startMs));
  return words.map(({ startMs, endMs }) => {
    while ((diarization[first]?.startMs ?? Infinity) + longest + NEAR_MS < startMs) first++;
    let best: string | null = null;
    let bestShared = -NEAR_MS;
    for (let at = first; at < diarization.length; at++) {
      const stretch = diarization[at];
      if (stretch === undefined || stretch.startMs > endMs + NEAR_MS) break;
      // Below zero it is the distance between the two.
      const shared = Math.min(endMs, stretch.endMs) - Math.max(startMs, stretch.startMs);
      if (shared > bestShared || (shared === bestShared && stretch.voice === floor)) [best, bestShared] = [stretch.voice, shared];
    }
    floor = best;
    return best;
  });
}

function runsOf(voices: readonly (string | null)[]): VoicedRun[] {
  const runs: VoicedRun[] = [];
  for (const [word, voice] of voices.entries()) {
    const last = runs.at(-1);
    if (last?.voice === voice) runs[runs.length - 1] = { ...last, to: word + 1 };
    else runs.push({ from: word, to: word + 1, voice });
  }
  return runs;
}

interface Edges {
  readonly text: string;
  readonly words: readonly TimedWord[];
  readonly marks: ReadonlySet<number>;
}

/** Runs of so few words inside another voice's sentence are the diariser's slip, or two voices at once. */
const SLIVER_WORDS = 2;

/** Gives one or two words in the middle of somebody's sentence back to them, unless the text shows a change there. */
function dropSlivers(runs: readonly VoicedRun[], edges: Edges): VoicedRun[] {
  const kept: VoicedRun[] = [];
  for (const [index, run] of runs.entries()) {
    const last = kept.at(-1);
    const isSliver =
      last !== undefined &&
      run.to - run.from <= SLIVER_WORDS &&
      runs[index + 1]?.voice === last.voice &&
      (supportOf(run.from, edges) < CLEAR || supportOf(run.to, edges) < CLEAR);
    if (last !== undefined && (isSliver || last.voice === run.voice)) kept[kept.length - 1] = { ...last, to: run.to };
    else kept.push(run);
  }
  return kept;
}

/** How far an edge may move, in words and in milliseconds. */
const REACH_WORDS = 6;
const REACH_MS = 1500;
/** What a second away from the diarization's own time costs. */
const COST_PER_SECOND = 1.2;

/** Moves each edge to the place near it that the text supports most; a run never loses its last word. */
function snapEdges(runs: readonly VoicedRun[], edges: Edges): VoicedRun[] {
  const snapped: VoicedRun[] = [];
  let from = 0;
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    const to = next === undefined ? run.to : bestEdge(run.to, { least: Math.max(from, run.from) + 1, most: next.to - 1, edges });
    snapped.push({ from, to, voice: run.voice });
    from = to;
  }
  return snapped;
}

function bestEdge(edge: number, { least, most, edges }: { least: number; most: number; edges: Edges }): number {
  const at = edges.words[edge]?.startMs ?? 0;
  let best = edge;
  let bestScore = -Infinity;
  for (let word = Math.max(least, edge - REACH_WORDS); word <= Math.min(most, edge + REACH_WORDS); word++) {
    const away = Math.abs((edges.words[word]?.startMs ?? 0) - at);
    if (away > REACH_MS) continue;
    const score = supportOf(word, edges) - (COST_PER_SECOND * away) / 1000;
    if (score > bestScore || (score === bestScore && Math.abs(word - edge) < Math.abs(best - edge))) [best, bestScore] = [word, score];
  }
  return best;
}

/** From here on the text itself shows that somebody may begin. */
const CLEAR = 1.5;
/** Silence before a word that is a pause (milliseconds). */
const PAUSE_MS = 400;
const SENTENCE_END = /[.?!…]["'”’)]?$/u;
const CLAUSE_END = /[,;:—–-]$/u;

/** How much the text supports that another voice begins with a word. */
function supportOf(word: number, { text, words, marks }: Edges): number {
  const [before, here] = [words[word - 1], words[word]];
  if (before === undefined || here === undefined) return CLEAR;
  const ending = text.slice(before.start, before.end);
  const mark = marks.has(here.start) ? 3 : 0;
  const end = SENTENCE_END.test(ending) ? 2 : CLAUSE_END.test(ending) ? 0.3 : 0;
  const pause = here.startMs - before.endMs >= PAUSE_MS ? 1 : here.opensSegment ? 0.4 : 0;
  return mark + end + pause;
}
