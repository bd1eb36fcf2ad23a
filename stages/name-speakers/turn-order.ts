import { lastStartingBy } from '../../schemas/span.js';
import type { Turn } from '../../schemas/turn.js';
import type { NameCue } from './lexicon.js';

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
export function orderTurns(turns: readonly Turn[], amongMany: number): TurnOrder {
  const voices = [...new Set(turns.flatMap(({ voice }) => (voice === null ? [] : [voice])))].sort((a, b) => a - b);
  const neighbour = (index: number, step: 1 | -1): number | undefined => {
    const own = turns[index]?.voice;
    for (let at = index + step; at >= 0 && at < turns.length; at += step) {
      const voice = turns[at]?.voice ?? null;
      if (voice !== null && voice !== own) return voice;
    }
    return undefined;
  };
  const meant: TurnOrder['meant'] = (at, gives) => {
    const index = lastStartingBy(turns, at);
    const turn = turns[index];
    if (turn === undefined || turn.voice === null) return undefined;
    if (gives === 'speaker') return { voice: turn.voice, certainty: turn.confidence };
    if (voices.length === 2) return { voice: voices[0] === turn.voice ? (voices[1] ?? 0) : (voices[0] ?? 0), certainty: turn.confidence };
    const voice = neighbour(index, gives === 'previous' ? -1 : 1);
    return voice === undefined ? undefined : { voice, certainty: turn.confidence * amongMany };
  };
  return { voices, turns, turnAt: (at) => turns[lastStartingBy(turns, at)], meant };
}
