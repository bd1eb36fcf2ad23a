import { findWords, type Words } from '../find-words.js';
import { readStretch, shareMarks, tabulate } from '../gap-net.js';
import { MARKS } from '../marks.js';
import { columnsOf, type GapNet, type NetShape, type Stretch } from '../net-shape.js';
import { toStretch, type KnownWords, type Vocabulary } from '../vocabulary.js';
import { toRuns } from '../word-groups.js';
import { learnGroups, type GroupFit } from './fit-groups.js';
import type { Wall } from './make-wall.js';
import { addSlopes, freshNet, type NetParameters } from './net-slopes.js';
import { descend } from './parameter.js';

/** A wall read into words, with the marks to be found. */
export interface Example {
  readonly words: Words;
  readonly marks: Uint8Array;
}

/** The words of a wall with its marks. The two are counted apart and must agree. */
export function toExample(wall: Pick<Wall, 'text' | 'marks'>): Example {
  const words = findWords(wall.text);
  if (words.count !== wall.marks.length) throw new Error(`${words.count} words found, ${wall.marks.length} written`);
  return { words: trim(words), marks: wall.marks };
}

/** The columns without the room that was kept for more words. */
function trim({ count, ...columns }: Words): Words {
  return {
    count,
    pieces: columns.pieces.slice(0, count),
    starts: columns.starts.slice(0, count),
    ends: columns.ends.slice(0, count),
    hashes: columns.hashes.slice(0, count),
    tails: columns.tails.slice(0, count),
    marks: columns.marks.slice(0, count),
    capitals: columns.capitals.slice(0, count),
  };
}

export interface NetTraining {
  readonly shape: NetShape;
  readonly vocabulary: Vocabulary;
  /** The linear model below the network, which learns on with it. */
  readonly fit: GroupFit;
  readonly passes: number;
  readonly rate: number;
  /** The rate of the linear model, from now on. */
  readonly groupRate: number;
  readonly random: () => number;
  readonly tell: (line: string) => void;
}

/** Words of a step: the weights move after each such piece. */
const PIECE = 2500;
const LAST_RATE = 0.03;
const TELL_EVERY = 400;

interface Piece {
  readonly example: Example;
  readonly from: number;
  readonly to: number;
}

/** Trains the network: cross-entropy, Adam, the rate falling to almost nothing. */
export function trainNet(examples: readonly Example[], training: NetTraining): GapNet {
  const { shape, passes, rate, groupRate, random, tell } = training;
  const parameters = freshNet(shape, random);
  const pieces = examples.flatMap(piecesOf);
  let count = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(pieces, random);
    let loss = 0;
    for (const [index, piece] of pieces.entries()) {
      const left = 1 - count / (passes * pieces.length);
      count++;
      const slower = Math.max(LAST_RATE, left);
      loss += learn(parameters, piece, { ...training, rate: rate * slower, groupRate: groupRate * slower, count });
      if (index % TELL_EVERY === TELL_EVERY - 1)
        tell(`pass ${pass + 1}, piece ${index + 1} of ${pieces.length}: loss ${(loss / TELL_EVERY / PIECE).toFixed(4)}`);
      if (index % TELL_EVERY === TELL_EVERY - 1) loss = 0;
    }
  }
  return parameters.net;
}

function piecesOf(example: Example): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < example.words.count; from += PIECE)
    pieces.push({ example, from, to: Math.min(example.words.count, from + PIECE) });
  return pieces;
}

type Step = Pick<NetTraining, 'vocabulary' | 'fit' | 'rate' | 'groupRate'> & { readonly count: number };

function learn(parameters: NetParameters, piece: Piece, step: Step): number {
  const { net, embeddings, projections, dense } = parameters;
  const { width } = net.shape;
  const columns = columnsOf(net.shape);
  const { rows, stretch } = withOwnRows(toStretch({ vocabulary: step.vocabulary, groups: step.fit.groups }, piece.example.words, piece));
  const table = tabulate(net, rows);
  const tableSlopes = new Float32Array(table.length);
  const marks = piece.example.marks.subarray(piece.from, piece.to);
  const errors = new Float32Array(stretch.count * MARKS);
  const inputs = new Float32Array(stretch.count * 4 * net.shape.states);
  const reading = readStretch(net, { table, stretch, inputs });
  const loss = addSlopes(parameters, { stretch, reading, inputs, marks, errors }, tableSlopes);
  const runs = toRuns(step.fit.groups, piece.example.words, piece);
  for (let gap = 0; gap < stretch.count; gap++) learnGroups(step.fit, { runs, gap }, { errors, at: gap * MARKS, rate: step.groupRate });
  for (const [place, row] of rows.entries()) {
    for (let dim = 0; dim < width; dim++) {
      const value = net.embeddings[row * width + dim] ?? 0;
      let slope = 0;
      for (let column = 0; column < columns; column++) {
        const part = tableSlopes[place * columns + column] ?? 0;
        slope += part * (net.projections[dim * columns + column] ?? 0);
        projections.slopes[dim * columns + column] = (projections.slopes[dim * columns + column] ?? 0) + part * value;
      }
      embeddings.slopes[row * width + dim] = slope;
    }
    descend(embeddings, { from: row * width, to: (row + 1) * width }, { rate: step.rate * 2, count: step.count });
  }
  for (const parameter of dense) descend(parameter, { from: 0, to: parameter.values.length }, step);
  return loss;
}

/** The stretch with places counted among its own words only, so that the table stays small. */
function withOwnRows(stretch: Stretch): { rows: number[]; stretch: Stretch } {
  const own = new Map<number, number>();
  const places = stretch.places.map((row) => {
    const place = own.get(row) ?? own.size;
    own.set(row, place);
    return place;
  });
  return { rows: [...own.keys()], stretch: { ...stretch, places } };
}

function shuffle(items: Piece[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [items[last], items[other]];
    if (one === undefined || two === undefined) continue;
    items[last] = two;
    items[other] = one;
  }
}

/** The share of each mark in every gap of an example, `MARKS` numbers a gap; closed gaps have none. */
export function sharesOf({ net, ...known }: KnownWords & { readonly net: GapNet }, words: Words): Float64Array {
  const { rows, stretch } = withOwnRows(toStretch(known, words, { from: 0, to: words.count }));
  const { units } = readStretch(net, { table: tabulate(net, rows), stretch });
  const seen = { scores: stretch.scores, units };
  const result = new Float64Array(words.count * MARKS);
  for (let gap = 0; gap < words.count; gap++) {
    if (stretch.open[gap] === 1) shareMarks(net, seen, { gap, shares: result.subarray(gap * MARKS, (gap + 1) * MARKS) });
    else result[gap * MARKS] = 1;
  }
  return result;
}
