import type { ReaderLexicon } from './lexicon.js';
import type { MarkedSegment } from './mark-up.js';
import { notSpeakerKind } from './voice-labels.js';

/** A speaker label that opens a line, and where the words after it begin. */
export interface LineLabel {
  /** As the source has it; empty where it says that the voice is not known. */
  readonly label: string;
  readonly length: number;
}

// "[SPEAKER_00]: Hello", "[Ann Lee]: Hello", ">> [SPEAKER_01]: Hello"; not "[Music] Hello".
const IN_BRACKETS = /^\s*(?:(?:-|>>+)\s*)?\[(?<label>[\p{L}\p{N}?][^[\]]{0,60})\]:\s*/u;
// "(speaker 0) Hello", "[SPEAKER_01] Hello", "(speaker ?) Hello", "[speaker 2]: Hello"; not "(speaker of the house) Hello".
const ANONYMOUS = /^\s*[[(](?<label>speaker[ _-]?(?:\d{1,3}|\?))[\])]:?\s*/iu;
// "Ann Lee: Hello", "Bo van Ek (host): Hello", "SPEAKER_00: Hello", "speaker 1: Hello", "- ANN: Hello"; not "Here is the thing: it works".
const NAMED =
  /^\s*(?:(?:-|>>+)\s*)?(?<label>(?:[Ss]peaker[ _-]?\d{1,3}|\p{Lu}[\p{L}\p{M}\p{N}'’._-]{0,40}(?:,? (?:\p{Ll}{1,3} )?[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'’._-]{0,40}){0,4})(?: \([^()]{1,40}\))?):(?:\s+|$)/u;
// What the first two begin with; most lines do not, and need no further look.
const MAYBE_BRACKET = /^\s*(?:(?:-|>>+)\s*)?[[(]/u;

// What a name that stands there only once may not hold: "What's the Plan", "Day of Reckoning"; names with "van" and "O'Neil" do come back.
const NO_SURE_NAME = /['’]|\s\p{Ll}/u;

/** Labels come back: among this many labelled lines or more, there are at most half as many different ones. */
const FEW_LABELS = 6;
const LEAST_RETURN = 2;
/** A source names its first voice early: within this many segments. */
const OPENING_SEGMENTS = 3;
const CLOSED = /[.?!…"”')\]♪-]\s*$/u;

/** Says which lines of these segments open with a speaker label: told from all of them together, since one line proves nothing. */
export function findLabels(
  segments: readonly MarkedSegment[],
  lexicon: ReaderLexicon,
): (line: string, before: string | undefined) => LineLabel | undefined {
  const counts = countNames(segments, lexicon);
  const accepted = isLabelled(segments, counts) ? counts : new Map<string, number>();
  return (line, before) => {
    const fixed = MAYBE_BRACKET.test(line) ? (IN_BRACKETS.exec(line) ?? ANONYMOUS.exec(line)) : null;
    if (fixed !== null) return toLabel(fixed);
    const named = accepted.size === 0 || !line.includes(':') ? null : NAMED.exec(line);
    const times = accepted.get(named?.groups?.label ?? '') ?? 0;
    if (named === null || times === 0) return undefined;
    if (times >= LEAST_RETURN) return toLabel(named);
    // A label that stands there once: surely a name, and not in the middle of a sentence.
    const isClosed = before === undefined || CLOSED.test(before);
    return isClosed && !NO_SURE_NAME.test(named.groups?.label ?? '') ? toLabel(named) : undefined;
  };
}

function toLabel(match: RegExpExecArray): LineLabel {
  const label = (match.groups?.label ?? '').trim();
  return { label: label.endsWith('?') ? '' : label, length: match[0].length };
}

/** How often each name stands before a colon at the start of a line. */
function countNames(segments: readonly MarkedSegment[], lexicon: ReaderLexicon): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lines } of segments)
    for (const { text } of lines) {
      const label = text.includes(':') ? NAMED.exec(text)?.groups?.label : undefined;
      if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  for (const [label, times] of counts) {
    const kind = notSpeakerKind(label, lexicon);
    if (kind === 'fact' || (kind === 'word' && times < LEAST_RETURN * 2)) counts.delete(label);
  }
  return counts;
}

function isLabelled(segments: readonly MarkedSegment[], counts: ReadonlyMap<string, number>): boolean {
  const total = [...counts.values()].reduce((sum, times) => sum + times, 0);
  if (total < 2 || (total > FEW_LABELS && counts.size * 2 > total)) return false;
  if (counts.size === 1 || total <= FEW_LABELS) return opensLabelled(segments, counts);
  return true;
}

function opensLabelled(segments: readonly MarkedSegment[], counts: ReadonlyMap<string, number>): boolean {
  return segments.slice(0, OPENING_SEGMENTS).some(({ lines }) => counts.has(NAMED.exec(lines[0]?.text ?? '')?.groups?.label ?? ''));
}
