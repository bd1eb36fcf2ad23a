import type { Speaker } from '../../schemas/turn.js';
import type { NameEvidence } from './evidence.js';
import type { Weighing } from './lexicon.js';

/** The name that a voice gets, and those that it nearly got. */
export type Settled = Pick<Speaker, 'name' | 'confidence' | 'rivals'>;

interface Standing {
  readonly voice: number;
  readonly name: string;
  readonly score: number;
}

/**
 * Gives names to voices, the strongest first. A name goes to one voice only, and only where the evidence is enough and clearly ahead
 * of every other name of that voice and of every other voice with that name: a wrong name is worse than none.
 */
export function settleNames(
  voices: readonly number[],
  evidence: readonly NameEvidence[],
  { enough, margin }: Weighing,
): Map<number, Settled> {
  const standings = addUp(evidence);
  const settled = new Map<number, Settled>();
  const given = new Set<string>();
  for (const standing of standings) {
    const { voice, name, score } = standing;
    const rivals = standings.filter(
      (other) =>
        other !== standing && (other.voice === voice) !== (other.name === name) && !given.has(other.name) && !isGone(other, settled),
    );
    const lead = score - Math.max(0, ...rivals.map((rival) => rival.score));
    if (score < enough || lead < margin || settled.has(voice) || given.has(name)) continue;
    given.add(name);
    settled.set(voice, { name, confidence: confidenceOf(lead), rivals: rivalsOf(voice, name, standings) });
  }
  return new Map(
    voices.map((voice) => [voice, settled.get(voice) ?? { name: null, confidence: 0, rivals: rivalsOf(voice, null, standings) }]),
  );
}

function addUp(evidence: readonly NameEvidence[]): Standing[] {
  const standings = new Map<string, Standing>();
  for (const { voice, name, weight } of evidence) {
    const key = `${voice} ${name}`;
    standings.set(key, { voice, name, score: (standings.get(key)?.score ?? 0) + weight });
  }
  return [...standings.values()].sort((a, b) => b.score - a.score || a.voice - b.voice || (a.name < b.name ? -1 : 1));
}

function isGone({ voice }: Standing, settled: ReadonlyMap<number, Settled>): boolean {
  return settled.has(voice);
}

function rivalsOf(voice: number, name: string | null, standings: readonly Standing[]): Speaker['rivals'] {
  return standings
    .filter((other) => other.voice === voice && other.name !== name && other.score > 0)
    .map((other) => ({ name: other.name, confidence: confidenceOf(other.score) / 2 }));
}

/** A lead of one point is right about two times in three, of three points nearly always. */
function confidenceOf(lead: number): number {
  return Math.round(Math.min(0.99, 1 - Math.exp(-1.2 * lead)) * 1000) / 1000;
}
