import type { Speaker } from '../../schemas/turn.js';
import type { NameEvidence } from './evidence.js';
import type { Weighing } from './lexicon.js';
import type { TurnOrder } from './turn-order.js';

/** The name that a voice gets, and those that it nearly got. */
export type Settled = Pick<Speaker, 'name' | 'confidence' | 'rivals'>;

/** How likely a voice has a name, all other names and voices considered. */
interface Standing {
  readonly voice: number;
  readonly name: string;
  readonly chance: number;
}

/** Rivals below this chance are not worth mentioning. */
const LEAST_CHANCE = 0.02;
/** Log-odds beyond this are as good as certain. */
const CERTAIN = 20;
/** Nothing that is only heard is surer. */
const SUREST = 0.995;

/**
 * Gives names to voices: each voice has one name or none that was heard, and each name belongs to one voice or to somebody who is not
 * there. A name is given where it is likely enough: a wrong name is worse than none.
 */
export function settleNames(
  order: TurnOrder,
  evidence: readonly NameEvidence[],
  weighing: Pick<Weighing, 'prior' | 'enough'>,
): Map<number, Settled> {
  const { voices } = order;
  const standings = (
    voices.length === 2 ? weighPairs(order, evidence, weighing.prior) : weighTogether(voices, oddsOf(voices, evidence, weighing.prior))
  ).sort(inOrder);
  return new Map(
    voices.map((voice) => {
      const own = standings.filter((standing) => standing.voice === voice);
      const best = own[0] !== undefined && own[0].chance >= weighing.enough ? own[0] : undefined;
      const rivals = own.filter((standing) => standing !== best && standing.chance >= LEAST_CHANCE);
      return [
        voice,
        {
          name: best?.name ?? null,
          confidence: rounded(best?.chance ?? 0),
          rivals: rivals.map(({ name, chance }) => ({ name, confidence: rounded(chance) })),
        },
      ];
    }),
  );
}

/** For each voice the odds of each name against none, from the evidence alone. */
type Odds = ReadonlyMap<number, ReadonlyMap<string, number>>;

function oddsOf(voices: readonly number[], evidence: readonly NameEvidence[], prior: number): Odds {
  const sums = new Map(voices.map((voice) => [voice, new Map<string, number>()]));
  for (const { voice, name, weight } of evidence) {
    const sum = sums.get(voice);
    sum?.set(name, (sum.get(name) ?? prior) + weight);
  }
  for (const sum of sums.values()) for (const [name, logOdds] of sum) sum.set(name, Math.exp(Math.min(CERTAIN, logOdds)));
  return sums;
}

/**
 * The chance of each name for each voice, over all ways of giving names to voices in which no name is given twice. For two voices this is
 * exact; of more, each is weighed against what every other one makes of the name by itself.
 */
function weighTogether(voices: readonly number[], odds: Odds): Standing[] {
  const totals = new Map(voices.map((voice) => [voice, [...(odds.get(voice)?.values() ?? [])].reduce((sum, value) => sum + value, 1)]));
  const free = (voice: number, name: string): number =>
    voices.reduce((chance, other) => {
      const total = totals.get(other) ?? 1;
      return other === voice ? chance : (chance * (total - (odds.get(other)?.get(name) ?? 0))) / total;
    }, 1);
  const standings = voices.flatMap((voice) => {
    const shares = [...(odds.get(voice) ?? [])].map(([name, value]) => ({ name, share: value * free(voice, name) }));
    const total = shares.reduce((sum, { share }) => sum + share, 1);
    return shares.map(({ name, share }) => ({ voice, name, chance: share / total }));
  });
  return standings;
}

/** What is heard of a name in one stretch: its weights for both voices, should they be the right way round. */
type Sides = [number, number];

/**
 * The chance of each name for each of two voices, over all pairs of names (or none), each of them over the ways round that the voices of
 * each stretch may be: evidence of one stretch is right or wrong together, for both names.
 */
function weighPairs({ voices, stretches }: TurnOrder, evidence: readonly NameEvidence[], prior: number): Standing[] {
  const names = [...new Set(evidence.map(({ name }) => name))];
  const always = stretches.length;
  const heard = new Map(names.map((name) => [name, [] as (Sides | undefined)[]]));
  for (const { voice, name, weight, within } of evidence) {
    const sides = ((heard.get(name) ?? [])[within?.stretch ?? always] ??= [0, 0]);
    sides[voice === voices[0] ? 0 : 1] += within?.weight ?? weight;
  }
  const pairs: { first: string | undefined; second: string | undefined; logOdds: number }[] = [];
  for (const first of [undefined, ...names]) {
    for (const second of [undefined, ...names]) {
      if (first !== undefined && first === second) continue;
      let logOdds = (first === undefined ? 0 : prior) + (second === undefined ? 0 : prior);
      const [a, b] = [heard.get(first ?? ''), heard.get(second ?? '')];
      for (let at = 0; at <= always; at++) {
        const [ours, theirs] = [a?.[at], b?.[at]];
        if (ours === undefined && theirs === undefined) continue;
        const right = (ours?.[0] ?? 0) + (theirs?.[1] ?? 0);
        const swapped = (ours?.[1] ?? 0) + (theirs?.[0] ?? 0);
        const chance = (1 + (stretches[at]?.certainty ?? 1)) / 2;
        logOdds += at === always ? right : Math.log(chance * Math.exp(right) + (1 - chance) * Math.exp(swapped));
      }
      pairs.push({ first, second, logOdds });
    }
  }
  const most = Math.max(...pairs.map(({ logOdds }) => logOdds));
  const chances = voices.map(() => new Map<string, number>());
  let total = 0;
  for (const { first, second, logOdds } of pairs) {
    const odds = Math.exp(logOdds - most);
    total += odds;
    if (first !== undefined) chances[0]?.set(first, (chances[0].get(first) ?? 0) + odds);
    if (second !== undefined) chances[1]?.set(second, (chances[1].get(second) ?? 0) + odds);
  }
  return voices.flatMap((voice, side) => [...(chances[side] ?? [])].map(([name, odds]) => ({ voice, name, chance: odds / total })));
}

function inOrder(a: Standing, b: Standing): number {
  return b.chance - a.chance || a.voice - b.voice || (a.name < b.name ? -1 : 1);
}

function rounded(chance: number): number {
  return Math.round(Math.min(SUREST, chance) * 1000) / 1000;
}
