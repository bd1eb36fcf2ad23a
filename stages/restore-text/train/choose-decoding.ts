import { MARKS, Mark } from '../marks.js';
import type { Decoding } from '../restore-model.js';
import { f1 } from './measure.js';

/** The shares of marks in the gaps of a text, and the marks that a person put there. */
export interface Tried {
  readonly shares: Float64Array;
  readonly marks: Uint8Array;
}

/** No sentence of more words: in the shows trained on 1 in 400 is longer. */
const LONGEST = 60;
const STEPS = Array.from({ length: 37 }, (_, step) => 0.05 + step * 0.025);

/** The thresholds that score best on texts that nothing was trained on: sentence ends first, then what is a question, then commas. */
export function chooseDecoding(tried: readonly Tried[]): Decoding {
  const none = { endFrom: 2, questionFrom: 2, commaFrom: 2, longest: LONGEST };
  const endFrom = best(
    tried,
    (step) => ({ ...none, endFrom: step }),
    (mark) => mark >= Mark.period,
  );
  const questionFrom = best(
    tried,
    (step) => ({ ...none, endFrom, questionFrom: step }),
    (mark) => mark === Mark.question,
  );
  const commaFrom = best(
    tried,
    (step) => ({ ...none, endFrom, questionFrom, commaFrom: step }),
    (mark) => mark === Mark.comma,
  );
  return { endFrom, questionFrom, commaFrom, longest: LONGEST };
}

function best(tried: readonly Tried[], decodingOf: (step: number) => Decoding, isIt: (mark: number) => boolean): number {
  let top = { step: 0.5, score: -1 };
  for (const step of STEPS) {
    const decoding = decodingOf(step);
    const count = { hits: 0, found: 0, wanted: 0 };
    for (const { shares, marks } of tried) {
      for (const [gap, mark] of marks.entries()) {
        const found = isIt(markOf(shares, gap * MARKS, decoding));
        if (found) count.found++;
        if (isIt(mark)) count.wanted++;
        if (found && isIt(mark)) count.hits++;
      }
    }
    if (f1(count) > top.score) top = { step, score: f1(count) };
  }
  return Number(top.step.toFixed(3));
}

function markOf(shares: Float64Array, at: number, { endFrom, questionFrom, commaFrom }: Decoding): Mark {
  const question = shares[at + Mark.question] ?? 0;
  const end = question + (shares[at + Mark.period] ?? 0);
  if (end >= endFrom) return question >= questionFrom * end ? Mark.question : Mark.period;
  return (shares[at + Mark.comma] ?? 0) >= commaFrom ? Mark.comma : Mark.none;
}
