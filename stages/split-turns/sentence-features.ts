import { mix } from './feature-hash.js';
import type { Unit } from './sum-up-units.js';

/** The units around a gap: two before it, two after it, and how many content words come back after it. */
export interface GapContext {
  readonly before2: Unit;
  readonly before: Unit;
  readonly after: Unit;
  readonly after2: Unit;
  readonly echo: number;
}

/** Writes the features of a gap between two sentences into `row`; returns how many. */
export function sentenceFeatures({ before2, before, after, after2, echo }: GapContext, row: Int32Array): number {
  let count = 0;
  const add = (template: number, first: number, second = 0): void => {
    row[count++] = mix(template, first, second);
  };
  const opening = mix(1, after.first, after.second);
  const closing = mix(2, before.lastButOne, before.last);
  const asking = mix(3, before.first, before.second);
  add(10, 1);
  add(11, before.end);
  add(12, after.first);
  add(13, opening);
  add(14, opening, after.third);
  add(15, before.last);
  add(16, closing);
  add(17, before.end, after.first);
  add(18, before.first);
  add(19, asking);
  add(20, asking, before.end);
  add(21, before.length, before.end);
  add(22, after.length, after.end);
  add(23, before.length * 16 + after.length, before.end);
  add(24, after.length, after.first);
  add(25, before.classes, before.end);
  add(26, after.classes);
  add(27, before.classes, after.classes);
  add(28, after.end * 8 + before.end, before2.end);
  add(29, before2.end * 8 + before.end, after.firstClasses);
  add(30, after2.first, after.first);
  add(31, before.first, after.first);
  add(32, before.last, after.first);
  add(33, echo, before.end);
  add(34, echo, after.length);
  add(35, after.firstClasses, after.secondClasses);
  add(36, before.length * 8 + before.end, after.firstClasses);
  add(37, before2.length * 256 + before.length * 16 + after.length, after2.length);
  add(38, before.end * 2 + after.capital, after.length);
  add(39, before.length, after.firstClasses);
  add(40, after2.firstClasses, after.end * 8 + before.end);
  if (after.whole !== 0) {
    add(41, after.whole);
    add(42, after.whole, before.end);
    add(43, after.whole, after2.first);
    add(44, after.whole, before.length);
  }
  if (before.whole !== 0) {
    add(45, before.whole);
    add(46, before.whole, after.first);
    add(47, before.whole, before2.end);
    add(48, before.whole, after.firstClasses);
  }
  if (before2.whole !== 0) add(49, before2.whole, before.length);
  return count;
}
