/** A text's words, and who of two speaks each. */
export interface SpokenWords {
  readonly words: readonly string[];
  readonly speaker: Uint8Array;
  /** The speaker who asks more. */
  readonly host: number;
}

/** The plain model: a logistic regression on hashed words for changes, another for roles, and the likeliest path through two roles. */
export interface PlainModel {
  readonly change: Float32Array;
  readonly role: Float32Array;
  /** Added to the log-odds of every change: chosen so that it finds as many changes as there are. */
  readonly bias: number;
}

const SLOTS = 1 << 18;
const NEAR = 5;
const RATE = 0.2;
const DECAY = 0.01;

/** Fits the plain model in one pass over labelled texts; `walls` says that gaps are between all words. */
export function fitPlain(texts: readonly SpokenWords[], walls: boolean): PlainModel {
  const change = newRegression();
  const role = newRegression();
  for (const { words, speaker, host } of texts) {
    const gaps = gapsOf(words, walls);
    for (const [unit, from] of gaps.entries()) {
      if (unit > 0) teach(change, changeFeatures(words, from), speaker[from] === speaker[from - 1] ? 0 : 1);
      teach(role, roleFeatures(words, from, gaps[unit + 1] ?? words.length), speaker[from] === host ? 1 : 0);
    }
  }
  const models = BIASES.map((bias): PlainModel => ({ change: change.weights, role: role.weights, bias }));
  const sample = texts.slice(-SAMPLE);
  const wanted = sample.reduce((sum, { speaker }) => sum + countChanges(speaker), 0);
  const missing = (model: PlainModel): number =>
    Math.abs(sample.reduce((sum, { words }) => sum + countChanges(plainVoices(model, words, walls)), 0) - wanted);
  return models.map((model) => ({ model, missed: missing(model) })).reduce((best, one) => (one.missed < best.missed ? one : best)).model;
}

const BIASES: readonly [number, ...number[]] = [0, 0.5, 1, 1.5, 2, 2.5, 3];
/** So many of the texts are enough to choose the bias. */
const SAMPLE = 12;

function countChanges(row: Uint8Array): number {
  return row.reduce((count, voice, index) => (index > 0 && voice !== row[index - 1] ? count + 1 : count), 0);
}

/** The voice of each word by the plain model (0 or 1). */
export function plainVoices({ change, role, bias }: PlainModel, words: readonly string[], walls: boolean): Uint8Array {
  const gaps = gapsOf(words, walls);
  const back: (readonly [number, number])[] = [];
  let best: readonly [number, number] = [0, 0];
  for (const [unit, from] of gaps.entries()) {
    const host = oddsOf(role, roleFeatures(words, from, gaps[unit + 1] ?? words.length)) / 2;
    const turn = unit === 0 ? 0 : bias + oddsOf(change, changeFeatures(words, from));
    const cameFrom = [best[1] + turn > best[0] ? 1 : 0, best[0] + turn > best[1] ? 0 : 1] as const;
    best = [Math.max(best[0], best[1] + turn) + host, Math.max(best[1], best[0] + turn) - host];
    back.push(cameFrom);
  }
  const voices = new Uint8Array(words.length);
  let state: 0 | 1 = best[1] > best[0] ? 1 : 0;
  for (let unit = gaps.length - 1; unit >= 0; unit--) {
    voices.fill(state, gaps[unit], gaps[unit + 1] ?? words.length);
    state = back[unit]?.[state] === 1 ? 1 : 0;
  }
  return voices;
}

// The end of a sentence: "left?" or 'left."'; not "left,".
const CLOSES = /[.?!…]["')\]]*$/u;

function gapsOf(words: readonly string[], walls: boolean): number[] {
  return [...words.keys()].filter((index) => index === 0 || walls || CLOSES.test(words[index - 1] ?? ''));
}

/** The words on both sides by their place, and as a bag. */
function changeFeatures(words: readonly string[], at: number): number[] {
  const features = [hashed('', 0)];
  for (let step = 1; step <= NEAR; step++) {
    const [left, right] = [words[at - step] ?? '', words[at + step - 1] ?? ''];
    features.push(hashed(left, step), hashed(right, 20 + step), hashed(left, 40), hashed(right, 41));
  }
  features.push(hashed(`${words[at] ?? ''} ${words[at + 1] ?? ''}`, 50), hashed(`${words[at - 1] ?? ''} ${words[at] ?? ''}`, 51));
  return features;
}

function roleFeatures(words: readonly string[], from: number, to: number): number[] {
  const features: number[] = [];
  for (let index = from; index < to; index++)
    features.push(hashed(words[index] ?? '', 60), hashed(`${words[index - 1] ?? ''} ${words[index] ?? ''}`, 61));
  return features;
}

function hashed(word: string, template: number): number {
  let hash = 0x811c9dc5 ^ template;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

interface Regression {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

function newRegression(): Regression {
  return { weights: new Float32Array(SLOTS), squares: new Float32Array(SLOTS).fill(1) };
}

function teach({ weights, squares }: Regression, features: readonly number[], answer: number): void {
  const error = answer - 1 / (1 + Math.exp(-oddsOf(weights, features)));
  for (const feature of features) {
    const weight = weights[feature] ?? 0;
    const slope = error - DECAY * weight;
    const square = (squares[feature] ?? 0) + slope * slope;
    squares[feature] = square;
    weights[feature] = weight + (RATE * slope) / Math.sqrt(square);
  }
}

function oddsOf(weights: Float32Array, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}
