import { lastStartingBy } from '../../schemas/span.js';
import type { Turn } from '../../schemas/turn.js';
import type { NameCue, Weighing } from './lexicon.js';

/** Whose voice a cue means, and how surely. */
export interface VoiceMeant {
  readonly voice: number;
  readonly certainty: number;
}

/** The turns of an episode as a cue sees them: who speaks, who spoke before, who comes next. */
export interface TurnOrder {
  readonly voices: readonly number[];
  readonly turns: readonly Turn[];
  readonly turnAt: (at: number) => Turn | undefined;
  /** The voice that a cue at an offset speaks of; undefined where nobody can be meant. */
  readonly meant: (at: number, gives: NameCue['gives']) => VoiceMeant | undefined;
}

/** Lays the turns out. Where there are just two voices the one that does not speak is the other; else it is a neighbour, less surely. */
export function orderTurns(turns: readonly Turn[], { amongMany, betweenTwo, midway, ending }: Weighing): TurnOrder {
  const voices = [...new Set(turns.flatMap(({ voice }) => (voice === null ? [] : [voice])))].sort((a, b) => a - b);
  const neighbour = (index: number, step: 1 | -1): number | undefined => {
    const own = turns[index]?.voice;
    for (let at = index + step; at >= 0 && at < turns.length; at += step) {
      const voice = turns[at]?.voice ?? null;
      if (voice !== null && voice !== own) return voice;
    }
    return undefined;
  };
  const length = turns.at(-1)?.end ?? 0;
  const placeFactor = (at: number): number => (at > (1 - ending) * length ? 1 : midway);
  const meant: TurnOrder['meant'] = (at, gives) => {
    const index = lastStartingBy(turns, at);
    const turn = turns[index];
    if (turn === undefined || turn.voice === null) return undefined;
    const sureness = Math.max(0, 2 * turn.confidence - 1);
    if (gives === 'speaker') return { voice: turn.voice, certainty: sureness };
    if (voices.length === 2) {
      const voice = voices[0] === turn.voice ? (voices[1] ?? 0) : (voices[0] ?? 0);
      return { voice, certainty: sureness * (gives === 'other' ? 1 : betweenTwo * placeFactor(at)) };
    }
    const voice = neighbour(index, gives === 'previous' ? -1 : 1);
    return voice === undefined ? undefined : { voice, certainty: sureness * amongMany };
  };
  return { voices, turns, turnAt: (at) => turns[lastStartingBy(turns, at)], meant };
}
