import { readSubtitles } from '../read-subtitles.js';
import type { Reader } from '../reader.js';
import { timesOf, type SubtitleRules } from '../subtitle-segments.js';

const RULES: SubtitleRules = { opensAside: () => false, isName: () => false };
/** Lines to a line of times, at most, in what is surely a subtitle file. */
const LINES_PER_TIME = 5;
const SAMPLE_LINES = 400;

/** SubRip, in all its variants: no numbers, `.` for `,`, blank lines in a segment, `Name: ` before the words. */
export const srt: Reader = {
  format: 'srt',
  score: ({ lines }) => {
    const filled = lines.slice(0, SAMPLE_LINES).filter(({ text }) => text.trim() !== '');
    const timed = filled.filter(({ text }) => timesOf(text) !== undefined).length;
    return filled.length === 0 ? 0 : 0.97 * Math.min(1, (LINES_PER_TIME * timed) / filled.length);
  },
  read: ({ lines }, lexicon) => readSubtitles(lines, RULES, lexicon),
};
