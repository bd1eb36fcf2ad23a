import type { EntityType } from '../../schemas/mention.js';
import type { Candidate } from './candidate.js';
import type { TagContext } from './context.js';
import { typeByCues } from './read-cues.js';
import { sharesFirstName, type Settled } from './settled.js';

/** How many tokens around a name count as beside it. */
const NEARBY = 40;
/** "R and C and Fortran" takes two rounds of asking the neighbour. */
const ROUNDS = 3;

/** Lists whose terms vouch for each other's ambiguous ones. */
const FIELDS: readonly ReadonlySet<string>[] = [
  new Set(['concepts-machine-learning', 'concepts-machine-learning-context', 'technologies-machine-learning']),
  new Set(['concepts-software', 'concepts-software-context', 'technologies-software', 'cncf-landscape', 'linguist', 'github-explore']),
];

/** What the settled names say about the open ones. */
interface Others extends TagContext {
  /** How often each form was settled where it is written as a name. */
  readonly named: ReadonlyMap<string, number>;
  /** Token positions of the settled terms of each field. */
  readonly fields: readonly (readonly number[])[];
  /** Kind of thing by token position. */
  readonly taken: ReadonlyMap<number, EntityType>;
}

/**
 * Settles what is open by what is sure: the same form elsewhere in the episode, a technology on the other side of an "and", a
 * cue beside it, terms of its field nearby. Returns all that is settled, in order.
 */
export function settleByOthers(sure: readonly Settled[], open: readonly Candidate[], context: TagContext): Settled[] {
  const all = [...sure];
  const taken = new Map<number, EntityType>();
  const take = ({ candidate: { from, to, sense } }: Settled): void => {
    for (let at = from; at < to; at++) taken.set(at, sense.listed.type);
  };
  all.forEach(take);
  let left = open;
  for (let round = 0; round < ROUNDS && left.length > 0; round++) {
    const others: Others = { ...context, named: countNamed(all), fields: FIELDS.map((field) => placesOf(all, field)), taken };
    const still: Candidate[] = [];
    for (const candidate of left) {
      if (isTaken(candidate, taken)) continue;
      const settled = settle(candidate, others);
      if (settled === undefined) still.push(candidate);
      else {
        all.push(settled);
        take(settled);
      }
    }
    if (still.length === left.length) break;
    left = still;
  }
  return all.sort((a, b) => a.candidate.from - b.candidate.from);
}

function settle(candidate: Candidate, others: Others): Settled | undefined {
  const { sense, key, written, from, to } = candidate;
  const { named, reading, tokens, lexicon } = others;
  const { type, source } = sense.listed;
  const shared = sharesFirstName(candidate, lexicon);
  if (sense.needs === 'case' && written === 'opening' && !shared) {
    return (named.get(key) ?? 0) > (reading.small.get(key) ?? 0) ? { candidate, method: 'listed-elsewhere', confidence: 0.8 } : undefined;
  }
  if (sense.needs !== 'context' && !shared) return undefined;
  const inContext: Settled = { candidate, method: 'listed-context', confidence: 0.75 };
  if (type === 'technology' && isCoordinated(candidate, others)) return inContext;
  if (written === 'plain' && type !== 'concept') return undefined;
  if (written === 'name' && named.has(key)) return { candidate, method: 'listed-elsewhere', confidence: 0.75 };
  if (written !== 'opening' && typeByCues(tokens, { start: from, end: to }, lexicon) === type) return inContext;
  // "a Mac" is nobody.
  if (shared && tokens[from - 1]?.pos === 'DET') return inContext;
  if (key.length === 1 || (type !== 'concept' && type !== 'technology')) return undefined;
  const field = FIELDS.findIndex((lists) => lists.has(source));
  return hasNear(others.fields[field] ?? [], from) ? { ...inContext, confidence: 0.65 } : undefined;
}

const COORDINATING = new Set(['and', 'or', ',', '/', 'vs']);

/** "C and Fortran", "Keras and glow and Theano": a technology stands on the other side of an "and". */
function isCoordinated({ from, to, written, key }: Candidate, { tokens, taken }: Others): boolean {
  const before = COORDINATING.has(tokens[from - 1]?.lower ?? '') && taken.get(from - 2) === 'technology';
  const after = COORDINATING.has(tokens[to]?.lower ?? '') && taken.get(to + 1) === 'technology';
  // A small word needs company on both sides; a single letter must be a capital.
  return written === 'plain' ? before && after && key.length > 1 : before || after;
}

function isTaken({ from, to }: Candidate, taken: ReadonlyMap<number, EntityType>): boolean {
  for (let at = from; at < to; at++) if (taken.has(at)) return true;
  return false;
}

function countNamed(settled: readonly Settled[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { candidate } of settled) {
    if (candidate.written === 'name') counts.set(candidate.key, (counts.get(candidate.key) ?? 0) + 1);
  }
  return counts;
}

function placesOf(settled: readonly Settled[], field: ReadonlySet<string>): number[] {
  return settled.flatMap(({ candidate }) => (field.has(candidate.sense.listed.source) ? [candidate.from] : [])).sort((a, b) => a - b);
}

/** True when one of the places (in order) is near. */
function hasNear(places: readonly number[], at: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at - NEARBY) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Infinity) <= at + NEARBY;
}
