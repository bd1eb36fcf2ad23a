import { bareCompromise } from '../stages/language/compromise.js';
import { bareReadDoc } from '../stages/language/wink.js';
import type { StageObserver } from './compose.js';

/** What is measured: one text, and the whole work on it. */
export interface SpeedSubject {
  readonly text: string;
  /** False for a wall of words: compromise takes minutes for one, and is left out. */
  readonly hasSentences: boolean;
  /** The whole pipeline over the text, in memory; it calls the observer after each of its stages. */
  readonly run: (observe: StageObserver) => void;
}

/** A step, how long it takes, and how much longer than each of the bare libraries over the same text. */
export interface StepSpeed {
  readonly name: string;
  readonly ms: number;
  readonly wordsPerSecond: number;
  readonly toReadDoc: number;
  readonly toCompromise: number | undefined;
}

export interface SpeedReport {
  readonly words: number;
  readonly whole: StepSpeed;
  /** Each stage of the pipeline, in order. */
  readonly stages: readonly StepSpeed[];
  /** wink-nlp's default `readDoc`. */
  readonly readDoc: StepSpeed;
  /** `compromise(text)`; undefined where it was left out. */
  readonly compromise: StepSpeed | undefined;
  /** The most memory that the process has had after its first run, before the bare libraries ran. */
  readonly peakRssBytes: number;
}

/** Rounds that are timed; ten more go before them, so that the compiler has settled. */
const ROUNDS = 7;
const WARM_UP = 10;

/**
 * Measures the pipeline and, in the same process, the two bare libraries over the same text: warm median of seven. wink-nlp takes turns
 * with the pipeline, so that what else the machine does weighs on both alike.
 */
export function measureSpeed({ text, hasSentences, run }: SpeedSubject): SpeedReport {
  let peakRssBytes = 0;
  const turns = repeated(() => {
    const stages = stageTimes(run);
    peakRssBytes ||= process.resourceUsage().maxRSS * 1024;
    return { stages, readDoc: timed(() => bareReadDoc(text)) };
  });
  const rounds = turns.map(({ stages }) => stages);
  const names = [...(rounds[0]?.keys() ?? [])];
  const whole = median(rounds.map((times) => [...times.values()].reduce((sum, ms) => sum + ms, 0)));
  const readDoc = median(turns.map((turn) => turn.readDoc));
  const compromise = hasSentences ? median(repeated(() => timed(() => bareCompromise(text)))) : undefined;

  const words = text.split(' ').length;
  const speedOf = (name: string, ms: number): StepSpeed => ({
    name,
    ms,
    wordsPerSecond: (words / ms) * 1000,
    toReadDoc: ms / readDoc,
    toCompromise: compromise === undefined ? undefined : ms / compromise,
  });
  return {
    words,
    whole: speedOf('whole pipeline', whole),
    stages: names.map((name) => speedOf(name, median(rounds.map((times) => times.get(name) ?? 0)))),
    readDoc: speedOf('wink-nlp readDoc', readDoc),
    compromise: compromise === undefined ? undefined : speedOf('compromise(text)', compromise),
    peakRssBytes,
  };
}

function repeated<Result>(measure: () => Result): readonly Result[] {
  for (let round = 0; round < WARM_UP; round++) measure();
  return Array.from({ length: ROUNDS }, measure);
}

/** Milliseconds of each stage of one run. */
function stageTimes(run: SpeedSubject['run']): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  let before = performance.now();
  run((stage) => {
    const now = performance.now();
    times.set(stage, (times.get(stage) ?? 0) + now - before);
    before = now;
  });
  return times;
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
