import { lastStartingBy } from '../../schemas/span.js';
import type { Turn } from '../../schemas/turn.js';
import type { NameCue, Weighing } from './lexicon.js';

/** Whose voice a cue means, and how surely. */
export interface VoiceMeant {
  readonly voice: number;
  /** 0: even chances; 1: no doubt. */
  readonly certainty: number;
  /** The same, should the voices of the stretch around it be the right way round. */
  readonly inStretch: number;
}

/** A part of the talk so short that its voices are all the right way round or all swapped, and how surely they are right (0 to 1 as above). */
export interface Stretch {
  readonly certainty: number;
}

/** The turns of an episode as a cue sees them: who speaks, who spoke before, who comes next. */
export interface TurnOrder {
  readonly voices: readonly number[];
  readonly turns: readonly Turn[];
  readonly turnAt: (at: number) => Turn | undefined;
  /** The mean certainty of the turns: 0 for even chances, 1 for no doubt. */
  readonly certainty: number;
  /** How far the voices are told apart in the talk as a whole: 0 where they are a mixture, 1 where each is one person's. */
  readonly kept: number;
  readonly stretches: readonly Stretch[];
  readonly stretchAt: (at: number) => number;
  /** The voice that a cue at an offset speaks of; undefined where nobody can be meant. */
  readonly meant: (at: number, gives: NameCue['gives']) => VoiceMeant | undefined;
}

/** Lays the turns out. Where there are just two voices the one that does not speak is the other; else it is a neighbour, less surely. */
export function orderTurns(turns: readonly Turn[], weighing: Weighing): TurnOrder {
  const voices = [...new Set(turns.flatMap(({ voice }) => (voice === null ? [] : [voice])))].sort((a, b) => a - b);
  const neighbour = (index: number, step: 1 | -1): number | undefined => {
    const own = turns[index]?.voice;
    for (let at = index + step; at >= 0 && at < turns.length; at += step) {
      const voice = turns[at]?.voice ?? null;
      if (voice !== null && voice !== own) return voice;
    }
    return undefined;
  };
  const length = weighing.stretch;
  const certainty = meanCertainty(turns);
  const kept = Math.min(1, Math.max(0, (certainty - weighing.voicesLost) / (weighing.voicesKept - weighing.voicesLost)));
  const stretches = toStretches(turns, length).map((mean) => ({ certainty: mean * kept }));
  const stretchAt = (at: number): number => Math.min(stretches.length - 1, Math.floor(at / length));
  const meant: TurnOrder['meant'] = (at, gives) => {
    const index = lastStartingBy(turns, at);
    const turn = turns[index];
    if (turn === undefined || turn.voice === null) return undefined;
    const certainty = certaintyOf(turn);
    const inStretch = Math.min(1, (certainty * kept) / Math.max(LEAST, stretches[stretchAt(turn.start)]?.certainty ?? 1));
    if (gives === 'speaker') return { voice: turn.voice, certainty, inStretch };
    if (voices.length === 2) {
      const voice = voices[0] === turn.voice ? (voices[1] ?? 0) : (voices[0] ?? 0);
      return { voice, certainty, inStretch };
    }
    const voice = neighbour(index, gives === 'previous' ? -1 : 1);
    return voice === undefined ? undefined : { voice, certainty: certainty * weighing.amongMany, inStretch };
  };
  return { voices, turns, turnAt: (at) => turns[lastStartingBy(turns, at)], certainty, kept, stretches, stretchAt, meant };
}

/** Below this a stretch says nothing, and its turns nothing about each other. */
const LEAST = 0.05;

function certaintyOf({ voice, confidence }: Turn): number {
  return voice === null ? 0 : Math.max(0, 2 * confidence - 1);
}

function meanCertainty(turns: readonly Turn[]): number {
  const words = turns.reduce((sum, { start, end }) => sum + end - start, 0);
  return turns.reduce((sum, turn) => sum + certaintyOf(turn) * (turn.end - turn.start), 0) / Math.max(1, words);
}

/** The mean certainty of the turns that begin in each stretch. */
function toStretches(turns: readonly Turn[], length: number): number[] {
  const inStretch: Turn[][] = Array.from({ length: Math.floor((turns.at(-1)?.start ?? 0) / length) + 1 }, () => []);
  for (const turn of turns) if (turn.voice !== null) inStretch[Math.floor(turn.start / length)]?.push(turn);
  return inStretch.map(meanCertainty);
}
