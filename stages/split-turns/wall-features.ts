import { mix } from './feature-hash.js';
import type { WordView } from './view-words.js';

/** How many words on either side of a gap are searched for word classes. */
const NEAR = 4;
const FAR = 12;

/** Writes the features of a gap between two words of a wall into `row`, from `start` on; returns where they end. */
export function wallFeatures(view: WordView, at: number, { row, start }: { row: Int32Array; start: number }): number {
  const { hash, classes } = view;
  const w0 = hash[at] ?? 0;
  const w1 = hash[at + 1] ?? 0;
  const w2 = hash[at + 2] ?? 0;
  const w3 = hash[at + 3] ?? 0;
  const p1 = hash[at - 1] ?? 0;
  const p2 = hash[at - 2] ?? 0;
  const p3 = hash[at - 3] ?? 0;
  let left = 0;
  let leftNear = 0;
  let right = 0;
  let rightNear = 0;
  let echo = 0;
  for (let step = 1; step <= FAR; step++) {
    left |= classes[at - step] ?? 0;
    right |= classes[at + step - 1] ?? 0;
    if (step === NEAR) [leftNear, rightNear] = [left, right];
  }
  for (let step = 0; step < NEAR; step++) {
    if (view.content[at + step] !== 1) continue;
    for (let back = 1; back <= FAR; back++) if (hash[at + step] === hash[at - back]) echo = 1;
  }
  const opening = mix(1, w0, w1);
  const closing = mix(2, p2, p1);
  let count = start;
  const add = (template: number, first: number, second = 0): void => {
    row[count++] = mix(template, first, second);
  };
  add(60, 1);
  add(61, w0);
  add(62, p1);
  add(63, w1);
  add(64, p2);
  add(65, opening);
  add(66, closing);
  add(67, p1, w0);
  add(68, opening, w2);
  add(69, closing, p3);
  add(70, closing, w0);
  add(71, p1, opening);
  add(72, closing, opening);
  add(73, mix(3, w1, w2));
  add(74, mix(3, w1, w2), w3);
  add(75, left);
  add(76, right);
  add(77, leftNear, rightNear);
  add(78, w0, left);
  add(79, opening, leftNear);
  add(80, closing, rightNear);
  add(81, classes[at] ?? 0, classes[at - 1] ?? 0);
  add(82, classes[at] ?? 0, left);
  add(83, echo, w0);
  add(84, echo, classes[at] ?? 0);
  add(85, p1, right);
  add(86, left, right);
  return count;
}
