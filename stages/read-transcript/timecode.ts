// "01:02:03.456", "02:03,456", "00:07"; hours may have more than two digits.
const TIMECODE = /^(?:(?<hours>\d{1,4}):)?(?<minutes>\d{1,2}):(?<seconds>\d{1,2})(?:[.,](?<fraction>\d{1,3}))?$/u;

/** Milliseconds of a time code, or undefined where it is none. */
export function toMs(code: string): number | undefined {
  const parts = TIMECODE.exec(code)?.groups;
  if (parts === undefined) return undefined;
  const minutes = Number(parts.minutes);
  const seconds = Number(parts.seconds);
  if (minutes > 59 || seconds > 59) return undefined;
  return ((Number(parts.hours ?? 0) * 60 + minutes) * 60 + seconds) * 1000 + Number((parts.fraction ?? '').padEnd(3, '0'));
}
