import { at, isJsonObject } from './json-shape.js';
import { toMs, wholeMs } from './timecode.js';

/** Start and end of a stretch in milliseconds; each is absent where the source has none that can be read. */
export interface Times {
  readonly startMs?: number;
  readonly endMs?: number;
}

// "1.200s", "12", "0.5"; not "00:12", "".
const SECONDS = /^(?<number>\d{1,9}(?:\.\d{1,12})?)s?$/u;

/** Milliseconds of a time in seconds: 1.2, "1.2", "1.200s", { seconds: "1", nanos: 200000000 }, "00:00:01.200". */
export function secondsToMs(value: unknown): number | undefined {
  if (isJsonObject(value)) {
    const whole = Number(at(value, 'seconds') ?? 0);
    return wholeMs(whole * 1000 + Number(at(value, 'nanos') ?? 0) / 1e6);
  }
  if (typeof value === 'number') return wholeMs(value * 1000);
  if (typeof value !== 'string') return undefined;
  const number = SECONDS.exec(value.trim())?.groups?.number;
  return number === undefined ? toMs(value.trim()) : wholeMs(Number(number) * 1000);
}

/** Milliseconds of a time that is already in milliseconds: 1200, "1200". */
export function millisecondsToMs(value: unknown): number | undefined {
  const seconds = secondsToMs(value);
  return seconds === undefined || (typeof value === 'string' && value.includes(':')) ? seconds : wholeMs(seconds / 1000);
}

/** Start and end together; an end before its start is no end. */
export function timesOf(startMs: number | undefined, endMs: number | undefined): Times {
  const end = startMs !== undefined && endMs !== undefined && endMs < startMs ? undefined : endMs;
  return { ...(startMs === undefined ? {} : { startMs }), ...(end === undefined ? {} : { endMs: end }) };
}
