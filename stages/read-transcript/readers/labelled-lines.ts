import { countLabels } from '../choose-heads.js';
import { readFrontMatter } from '../front-matter.js';
import { headedLines, readLabelled } from '../labelled-text.js';
import { isMarkdown } from '../markdown.js';
import type { Reader } from '../reader.js';
import type { SourceLine } from '../source-text.js';

const MOST_LABELS_PER_LINE = 0.5;
const FEW_LABELS = 6;
const SAMPLE_LINES = 600;
// A segment with its times: subtitles, not heads.
const TIMED_SEGMENT = '-->';

/**
 * Text with the speaker's name at the head of each turn, in any of the shapes of `line-heads.ts`: `Name: text`, `**Name:** text`,
 * `Name  0:05`, `[00:01:02] Name: text`, … A block of facts above it is read as such.
 */
export const labelledLines: Reader = {
  format: 'labelled-lines',
  score: ({ lines, json }) => (json === undefined ? scoreLines(readFrontMatter(lines.slice(0, SAMPLE_LINES)).rest) : 0),
  read: ({ lines }, lexicon) => {
    const { facts, rest } = readFrontMatter(lines);
    return { ...readLabelled(rest, { lexicon, markdown: isMarkdown(rest) }), episode: facts };
  },
};

/** How sure it is that these lines are labelled text: labels come back, and are common. */
export function scoreLines(lines: readonly SourceLine[]): number {
  if (lines.slice(0, 20).filter(({ text }) => text.includes(TIMED_SEGMENT)).length > 2) return 0;
  const headed = headedLines(lines, { markdown: isMarkdown(lines) });
  const counts = countLabels(headed.flatMap(({ head }) => head ?? []));
  const labels = [...counts.values()].reduce((sum, times) => sum + times, 0);
  // Half as many different labels as labelled lines is no list of speakers, unless there are just a few lines.
  if (labels < 2 || (labels > FEW_LABELS && counts.size > labels * MOST_LABELS_PER_LINE)) return 0;
  // A time of its own is a head too, where labels are as common.
  const times = headed.filter(({ head }) => head !== undefined && head.label === undefined).length;
  return 0.95 * Math.min(1, (2 * (labels + Math.min(times, labels))) / headed.length);
}
