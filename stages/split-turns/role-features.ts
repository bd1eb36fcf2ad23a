import { mix } from './feature-hash.js';
import type { Unit } from './sum-up-units.js';
import type { WordView } from './view-words.js';

/** Writes what the words `from`..`to` tell of who talks like a host and who like a guest: each word, and each pair. Returns how many. */
export function wordRoleFeatures(view: WordView, { from, to }: { from: number; to: number }, row: Int32Array): number {
  let count = 0;
  for (let index = from; index < to && count < row.length - 2; index++) {
    const word = view.hash[index] ?? 0;
    if (word === 0) continue;
    row[count++] = mix(100, word);
    row[count++] = mix(101, view.hash[index - 1] ?? 0, word);
  }
  return count;
}

/** The same for a sentence as a whole: how it opens and ends, and how long it is. */
export function unitRoleFeatures(unit: Unit, row: Int32Array, start: number): number {
  let count = start;
  const add = (template: number, first: number, second = 0): void => {
    row[count++] = mix(template, first, second);
  };
  add(110, unit.first);
  add(111, unit.first, unit.second);
  add(112, unit.end, unit.length);
  add(113, unit.classes);
  add(114, unit.classes, unit.end);
  add(115, unit.end, unit.first);
  add(116, unit.firstClasses, unit.length);
  if (unit.whole !== 0) add(117, unit.whole);
  return count;
}
