import { countFaults } from './count-faults.js';
import type { ReaderLexicon } from './lexicon.js';
import { readSegments } from './read-segments.js';
import type { Reading } from './reader.js';
import type { SourceLine } from './source-text.js';
import { subtitleSegments, type SubtitleRules } from './subtitle-segments.js';

const MESSAGES = { 'untimed-line': 'a line of words above the first times was read as words without times' };

/** Reads a subtitle file; words above the first times are kept, and said to be there. */
export function readSubtitles(lines: readonly SourceLine[], rules: SubtitleRules, lexicon: ReaderLexicon): Reading {
  const { segments, opening } = subtitleSegments(lines, rules);
  const words = opening.filter(({ text }) => text.trim() !== '');
  const faults = countFaults();
  for (const { number } of words) faults.add('untimed-line', number);
  const untimed = words.length === 0 ? [] : [{ line: words[0]?.number ?? 1, lines: words }];
  const reading = readSegments([...untimed, ...segments], lexicon);
  return { ...reading, diagnostics: [...faults.diagnostics(MESSAGES), ...reading.diagnostics] };
}
