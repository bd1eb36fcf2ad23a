// "01:02:03.456", "02:03,456", "00:07"; hours may have more than two digits.
const TIMECODE = /^(?:(?<hours>\d{1,4}):)?(?<minutes>\d{1,2}):(?<seconds>\d{1,2})(?:[.,](?<fraction>\d{1,3}))?$/u;

/** No recording is longer: ten thousand hours. */
const LONGEST_MS = 36e9;

/** A whole number of milliseconds, or undefined where a number is no time of a recording. */
export function wholeMs(ms: number): number | undefined {
  return ms >= 0 && ms <= LONGEST_MS ? Math.round(ms) : undefined;
}

/** Milliseconds of a time code, or undefined where it is none. */
export function toMs(code: string): number | undefined {
  return code.length === FULL_LENGTH ? (fullToMs(code) ?? anyToMs(code)) : anyToMs(code);
}

// "00:01:02.345": what nearly every time code looks like, read without a regex, since there are thousands.
const FULL_LENGTH = 12;
const [ZERO, COLON, DOT, COMMA] = [0x30, 0x3a, 0x2e, 0x2c];

function fullToMs(code: string): number | undefined {
  const fraction = code.charCodeAt(8);
  if (code.charCodeAt(2) !== COLON || code.charCodeAt(5) !== COLON || (fraction !== DOT && fraction !== COMMA)) return undefined;
  const [hours, minutes, seconds] = [twoDigits(code, 0), twoDigits(code, 3), twoDigits(code, 6)];
  const ms = twoDigits(code, 9) * 10 + digit(code, 11);
  const total = ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
  return minutes <= 59 && seconds <= 59 && !Number.isNaN(total) ? total : undefined;
}

function twoDigits(code: string, at: number): number {
  return digit(code, at) * 10 + digit(code, at + 1);
}

function digit(code: string, at: number): number {
  const value = code.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : NaN;
}

function anyToMs(code: string): number | undefined {
  const parts = TIMECODE.exec(code)?.groups;
  if (parts === undefined) return undefined;
  const minutes = Number(parts.minutes);
  const seconds = Number(parts.seconds);
  if (minutes > 59 || seconds > 59) return undefined;
  return ((Number(parts.hours ?? 0) * 60 + minutes) * 60 + seconds) * 1000 + Number((parts.fraction ?? '').padEnd(3, '0'));
}

// What subtitles write besides: "3.480" (seconds only), "75:30.00" (no hours, so minutes go on past 59), "00:00:01.000000".
const LOOSE_TIMECODE = /^(?:(?<minutes>\d{1,5}):)?(?<seconds>\d{1,6})[.,](?<fraction>\d{1,9})$|^(?<whole>\d{1,5}):(?<rest>[0-5]\d)$/u;
// "01:02:03.456789"
const LONG_FRACTION = /(?<kept>[.,]\d{3})\d{1,6}$/u;

/** As `toMs`, and also takes seconds alone, minutes past 59 where no hours are given, and fractions finer than milliseconds. */
export function toMsLoosely(code: string): number | undefined {
  const plain = toMs(code.replace(LONG_FRACTION, '$<kept>'));
  if (plain !== undefined) return plain;
  const parts = LOOSE_TIMECODE.exec(code)?.groups;
  if (parts === undefined) return undefined;
  const minutes = Number(parts.minutes ?? parts.whole ?? 0);
  const seconds = Number(parts.seconds ?? parts.rest ?? 0);
  if (parts.minutes !== undefined && seconds > 59) return undefined;
  return (minutes * 60 + seconds) * 1000 + Number((parts.fraction ?? '').slice(0, 3).padEnd(3, '0'));
}
