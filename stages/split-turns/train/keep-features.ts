import type { Example, Rows } from './examples.js';
import { SETTINGS } from './settings.js';

/** Which slots are worth a weight: 1 for those kept. */
export interface KeptFeatures {
  readonly gaps: Uint8Array;
  readonly roles: Uint8Array;
}

/** Keeps what enough episodes share; rarer features name subjects and people, and a model that learns them learns the shows by heart. */
export function chooseFeatures(examples: readonly Example[], slots: number): KeptFeatures {
  const gapEpisodes = countEpisodes(examples, slots, (example) => example.gaps);
  const roleEpisodes = countEpisodes(examples, slots, (example) => example.roles);
  const changes = countChanges(examples, slots);
  return {
    gaps: gapEpisodes.map((count, slot) => (count >= SETTINGS.gapEpisodes && (changes[slot] ?? 0) >= SETTINGS.gapChanges ? 1 : 0)),
    roles: roleEpisodes.map((count) => (count >= SETTINGS.roleEpisodes ? 1 : 0)),
  };
}

/** The example without the features that are not kept. */
export function thinOut(example: Example, kept: KeptFeatures): Example {
  return { ...example, gaps: onlyKept(example.gaps, kept.gaps), roles: onlyKept(example.roles, kept.roles) };
}

/** Number of episodes that a slot stands in, up to 255. */
function countEpisodes(examples: readonly Example[], slots: number, rowsOf: (example: Example) => Rows): Uint8Array {
  const counts = new Uint8Array(slots);
  const last = new Int32Array(slots);
  const numbers = new Map<string, number>();
  for (const example of examples) {
    const number = numbers.get(example.id) ?? numbers.size + 1;
    numbers.set(example.id, number);
    for (const id of rowsOf(example).ids) {
      if (last[id] === number) continue;
      last[id] = number;
      counts[id] = Math.min(255, (counts[id] ?? 0) + 1);
    }
  }
  return counts;
}

/** How often a slot stands at a change, or would by chance: a frequent word that never opens a turn is worth a weight too. */
function countChanges(examples: readonly Example[], slots: number): Float32Array {
  const changes = new Float32Array(slots);
  const { sentence, wall } = SETTINGS.chanceOfChange;
  for (const { gaps, inWall, speaker, units } of examples) {
    for (let gap = 1; gap < units; gap++) {
      const weight = speaker[gap] !== speaker[gap - 1] ? 1 : inWall[gap] === 1 ? wall : sentence;
      for (let index = gaps.ends[gap] ?? 0; index < (gaps.ends[gap + 1] ?? 0); index++) {
        const id = gaps.ids[index] ?? 0;
        changes[id] = (changes[id] ?? 0) + weight;
      }
    }
  }
  return changes;
}

function onlyKept({ ids, ends }: Rows, kept: Uint8Array): Rows {
  const left = new Int32Array(ids.length);
  const leftEnds = new Int32Array(ends.length);
  let count = 0;
  let index = 0;
  for (let row = 1; row < ends.length; row++) {
    for (; index < (ends[row] ?? 0); index++) if (kept[ids[index] ?? 0] === 1) left[count++] = ids[index] ?? 0;
    leftEnds[row] = count;
  }
  return { ids: left.slice(0, count), ends: leftEnds };
}
