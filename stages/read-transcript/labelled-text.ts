import { countFaults } from './count-faults.js';
import { chooseHeads } from './choose-heads.js';
import { headOf, type Head } from './line-heads.js';
import type { ReaderLexicon } from './lexicon.js';
import { isPageStructure, plainWords, unescapeMarks } from './markdown.js';
import { findPageLines, pageLineWarnings } from './page-lines.js';
import type { Piece } from './piece.js';
import type { Reading } from './reader.js';
import type { SourceLine } from './source-text.js';
import { splitTimes } from './split-times.js';
import { spreadTimes } from './spread-times.js';
import { toMs } from './timecode.js';
import { notSpeakerKind, toChanges } from './voice-labels.js';

/** A line, and the head that it has the shape of. */
export interface HeadedLine extends SourceLine {
  readonly head: Head | undefined;
}

export interface LabelledContext {
  readonly lexicon: ReaderLexicon;
  readonly markdown: boolean;
}

/** The lines that hold something spoken, with their heads. */
export function headedLines(lines: readonly SourceLine[], { markdown }: Pick<LabelledContext, 'markdown'>): HeadedLine[] {
  const headed: HeadedLine[] = [];
  for (const { number, text } of lines) {
    if (text.trim() === '' || (markdown && isPageStructure(text))) continue;
    headed.push({ number, text, head: headOf(markdown ? unescapeMarks(text) : text) });
  }
  return headed;
}

const MESSAGES = {
  'segment-out-of-order': 'a turn begins before the one above it; the order of the source is kept',
};

// The bold that opens a paragraph of HTML.
const OPENING_BOLD = /^\s*\*\*(?<words>[^*]*)\*\*/u;

/** Takes labelled text apart: heads give voices and times, a paragraph without a head goes on with the voice before. */
export function readLabelled(lines: readonly SourceLine[], context: LabelledContext): Omit<Reading, 'episode'> {
  const { lexicon, markdown } = context;
  const dropped = findPageLines(lines);
  const all = headedLines(lines, context);
  const headed = dropped.size === 0 ? all : all.filter(({ number }) => !dropped.has(number));
  const heads = headed.flatMap(({ head }) => head ?? []);
  const verdictOf = chooseHeads(heads, () => lines.map(({ text }) => text).join('\n'), lexicon);
  const labels = heads.flatMap((head) => (head.label !== undefined && verdictOf(head) === 'head' ? head.label : []));
  const changeTo = toChanges([...new Set(labels)], lexicon);
  const clean = (text: string): string => (markdown ? plainWords(text) : text.replace(OPENING_BOLD, '$<words>'));
  const pieces: Piece[] = [];
  const faults = countFaults();
  let pending: number | undefined;
  let latest = 0;
  for (const { number, text, head } of headed) {
    const verdict = head === undefined ? 'words' : verdictOf(head);
    if (verdict === 'doubtful') pieces.push({ type: 'change' });
    const isHead = head !== undefined && verdict === 'head';
    if (isHead) {
      const change = head.label === undefined ? undefined : changeTo(head.label);
      if (change !== undefined) pieces.push(change);
      const startMs = head.time === undefined ? undefined : toMs(head.time);
      if (startMs !== undefined && startMs < latest) faults.add('segment-out-of-order', number);
      pending = startMs ?? pending;
      latest = Math.max(latest, startMs ?? 0);
    }
    const words = clean(isHead ? head.words : text);
    const parts = splitTimes(words, { line: number, startMs: pending }, lexicon);
    if (parts.some(({ type }) => type === 'words')) pending = undefined;
    for (const part of parts) pieces.push(part);
    if (isHead && parts.length === 0 && isSound(head, lexicon)) pieces.push({ type: 'event', text: head.label ?? '', line: number });
  }
  return { pieces: spreadTimes(pieces), diagnostics: [...faults.diagnostics(MESSAGES), ...pageLineWarnings(dropped)] };
}

// "Break: [14:21]": nothing is said, something is heard.
function isSound(head: Head, lexicon: ReaderLexicon): boolean {
  return head.label !== undefined && notSpeakerKind(head.label, lexicon) === 'sound';
}
