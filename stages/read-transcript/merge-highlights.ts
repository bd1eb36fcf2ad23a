import type { MarkedSegment, Run } from './mark-up.js';

/** A segment's words as one line, and where the highlighted ones begin. */
interface Shown {
  readonly segment: MarkedSegment;
  readonly text: string;
  /** Offset of the highlighted words; undefined where none are. */
  readonly at: number | undefined;
}

/**
 * Puts segments that show the same words again and again, with the highlight on one word after the other, back into one segment with
 * word times (`--highlight_words` of Whisper). Where the highlight goes back, the words are said again and stay.
 */
export function mergeHighlights(segments: readonly MarkedSegment[]): readonly MarkedSegment[] {
  if (!segments.some(hasHighlight)) return segments;
  const groups: Shown[][] = [];
  for (const segment of segments) {
    const shown = shownOf(segment);
    const group = groups.at(-1);
    if (group !== undefined && goesOn(group, shown)) group.push(shown);
    else groups.push([shown]);
  }
  const isKaraoke = groups.some((group) => group.filter(({ at }) => at !== undefined).length > 1);
  return isKaraoke ? groups.map(merge) : segments;
}

function hasHighlight({ lines }: MarkedSegment): boolean {
  return lines.some(({ runs }) => runs.some(({ highlighted }) => highlighted === true));
}

function shownOf(segment: MarkedSegment): Shown {
  let length = 0;
  let at: number | undefined;
  const lines = segment.lines.map(({ text, runs }) => {
    let offset = length;
    for (const run of runs) {
      if (run.highlighted === true && at === undefined) at = offset + run.text.length - run.text.trimStart().length;
      offset += run.text.length;
    }
    length = offset + 1;
    return text;
  });
  return { segment, text: lines.join('\n'), at };
}

function goesOn(group: readonly Shown[], shown: Shown): boolean {
  if (group[0]?.text !== shown.text) return false;
  const last = group.findLast(({ at }) => at !== undefined)?.at;
  if (last === undefined) return shown.at !== undefined;
  return shown.at === undefined || shown.at > last;
}

function merge(group: readonly Shown[]): MarkedSegment {
  const [first] = group as readonly [Shown, ...Shown[]];
  const { segment, text } = first;
  const spoken = group.flatMap(({ at, segment: { startMs, endMs } }) => (at === undefined ? [] : [{ at, startMs, endMs }]));
  if (spoken.length === 0) return segment;
  const runs: Run[] = spoken.map(({ at, startMs, endMs }, index) => ({
    text: text.slice(index === 0 ? 0 : at, spoken[index + 1]?.at),
    ...(startMs === undefined ? {} : { startMs }),
    ...(endMs === undefined ? {} : { endMs }),
  }));
  const endMs = group.at(-1)?.segment.endMs;
  const voice = segment.lines[0]?.runs[0]?.voice;
  const voiced = voice === undefined ? runs : runs.map((run) => ({ ...run, voice }));
  const number = segment.lines[0]?.number ?? segment.line;
  return { ...segment, ...(endMs === undefined ? {} : { endMs }), lines: [{ number, text, runs: voiced }] };
}
