import type { Breaks } from './find-breaks.js';
import type { WordRange } from './find-walls.js';
import type { Words } from './find-words.js';
import { readStretch, shareMarks } from './gap-net.js';
import { endsSentence, Mark, MARKS } from './marks.js';
import type { Decoding, RestoreModel } from './restore-model.js';
import { toStretch } from './vocabulary.js';

/** Before an event, this part of the share that ends a sentence elsewhere is enough. */
const AT_EVENT = 0.5;

/**
 * The marks that belong into the gaps of a wall, one for each of its words. Marks that the text has stay; where another voice begins, a
 * sentence ends whatever the model says, and so it does at the end of the text.
 */
export function decodeMarks(model: RestoreModel, { words, breaks }: { words: Words; breaks: Breaks }, wall: WordRange): Uint8Array {
  const shares = shareWall(model, words, wall);
  const marks = words.marks.slice(wall.from, wall.to);
  for (let gap = 0; gap < marks.length; gap++) {
    if (marks[gap] !== Mark.none) continue;
    const word = wall.from + gap;
    const forced = breaks.lastOfVoice.has(word) || word === words.count - 1;
    const endFrom = breaks.beforeEvent.has(word) ? AT_EVENT * model.decoding.endFrom : model.decoding.endFrom;
    marks[gap] = forced || endShare(shares, gap) >= endFrom ? endMark(shares, gap, model.decoding) : innerMark(shares, gap, model.decoding);
  }
  cutLongest(marks, shares, model.decoding);
  return marks;
}

/** `MARKS` numbers a gap. */
function shareWall(model: RestoreModel, words: Words, wall: WordRange): Float64Array {
  const { net } = model;
  const stretch = toStretch(model, words, wall);
  const { units } = readStretch(net, { table: model.tableFor(stretch.places), stretch });
  const seen = { scores: stretch.scores, units };
  const shares = new Float64Array(stretch.count * MARKS);
  const one = new Float64Array(MARKS);
  for (let gap = 0; gap < stretch.count; gap++) {
    if (stretch.open[gap] !== 1) continue;
    shareMarks(net, seen, { gap, shares: one });
    shares.set(one, gap * MARKS);
  }
  return shares;
}

function innerMark(shares: Float64Array, gap: number, { commaFrom }: Decoding): Mark {
  return (shares[gap * MARKS + Mark.comma] ?? 0) >= commaFrom ? Mark.comma : Mark.none;
}

function endMark(shares: Float64Array, gap: number, { questionFrom }: Decoding): Mark {
  const question = shares[gap * MARKS + Mark.question] ?? 0;
  return question > 0 && question >= questionFrom * endShare(shares, gap) ? Mark.question : Mark.period;
}

function endShare(shares: Float64Array, gap: number): number {
  return (shares[gap * MARKS + Mark.period] ?? 0) + (shares[gap * MARKS + Mark.question] ?? 0);
}

/** Cuts what is still longer than any sentence at its likeliest gap, again and again. */
function cutLongest(marks: Uint8Array, shares: Float64Array, decoding: Decoding): void {
  let start = 0;
  for (let gap = 0; gap < marks.length; gap++) {
    if (endsSentence(marks[gap] ?? 0)) start = gap + 1;
    else if (gap - start + 1 >= decoding.longest) {
      let best = gap;
      for (let at = start + 1; at < gap; at++) if (endShare(shares, at) > endShare(shares, best)) best = at;
      marks[best] = endMark(shares, best, decoding);
      start = best + 1;
      gap = best;
    }
  }
}
