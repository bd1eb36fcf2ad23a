import type { Example, Rows } from './examples.js';
import { SETTINGS } from './settings.js';

/** The slots worth a row of weights, ascending. */
export interface KeptFeatures {
  readonly gaps: readonly number[];
  readonly roles: readonly number[];
}

/** Keeps what enough episodes share; rarer features name subjects and people, and a model that learns them learns the shows by heart. */
export function chooseFeatures(examples: readonly Example[], slots: number): KeptFeatures {
  const gapEpisodes = countEpisodes(examples, slots, (example) => example.gaps);
  const roleEpisodes = countEpisodes(examples, slots, (example) => example.roles);
  const changes = countChanges(examples, slots);
  const all = [...gapEpisodes.keys()];
  return {
    gaps: all.filter((slot) => (gapEpisodes[slot] ?? 0) >= SETTINGS.gapEpisodes && (changes[slot] ?? 0) >= SETTINGS.gapChanges),
    roles: all.filter((slot) => (roleEpisodes[slot] ?? 0) >= SETTINGS.roleEpisodes),
  };
}

/** The examples with rows (from 1 on) instead of slots, without the features that are not kept. */
export function toRows(examples: readonly Example[], kept: KeptFeatures, slots: number): Example[] {
  const [gapRows, roleRows] = [rowsOf(kept.gaps, slots), rowsOf(kept.roles, slots)];
  return examples.map((example) => ({ ...example, gaps: onlyKept(example.gaps, gapRows), roles: onlyKept(example.roles, roleRows) }));
}

function rowsOf(kept: readonly number[], slots: number): Int32Array {
  const rows = new Int32Array(slots);
  for (const [index, slot] of kept.entries()) rows[slot] = index + 1;
  return rows;
}

/** Number of episodes that a slot stands in, up to 255. */
function countEpisodes(examples: readonly Example[], slots: number, rowsOf: (example: Example) => Rows): Uint8Array {
  const counts = new Uint8Array(slots);
  const last = new Int32Array(slots);
  const numbers = new Map<string, number>();
  for (const example of examples) {
    // The stretches of an episode are one.
    const episode = example.id.replace(STRETCH, '');
    const number = numbers.get(episode) ?? numbers.size + 1;
    numbers.set(episode, number);
    for (const id of rowsOf(example).ids) {
      if (last[id] === number) continue;
      last[id] = number;
      counts[id] = Math.min(255, (counts[id] ?? 0) + 1);
    }
  }
  return counts;
}

// "go-time-12#3" -> "go-time-12".
const STRETCH = /#\d+$/u;

/** How often a slot stands at a change, or would by chance: a frequent word that never opens a turn is worth a weight too. */
function countChanges(examples: readonly Example[], slots: number): Float32Array {
  const changes = new Float32Array(slots);
  for (const { gaps, speaker, units } of examples) {
    for (let gap = 1; gap < units; gap++) {
      const weight = speaker[gap] !== speaker[gap - 1] ? 1 : SETTINGS.chanceOfChange;
      for (let index = gaps.ends[gap] ?? 0; index < (gaps.ends[gap + 1] ?? 0); index++) {
        const id = gaps.ids[index] ?? 0;
        changes[id] = (changes[id] ?? 0) + weight;
      }
    }
  }
  return changes;
}

function onlyKept({ ids, ends }: Rows, rows: Int32Array): Rows {
  const left = new Int32Array(ids.length);
  const leftEnds = new Int32Array(ends.length);
  let count = 0;
  let index = 0;
  for (let row = 1; row < ends.length; row++) {
    for (; index < (ends[row] ?? 0); index++) {
      const kept = rows[ids[index] ?? 0] ?? 0;
      if (kept > 0) left[count++] = kept;
    }
    leftEnds[row] = count;
  }
  return { ids: left.slice(0, count), ends: leftEnds };
}
