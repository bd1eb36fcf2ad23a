import type { Diagnostic } from '../../schemas/diagnostic.js';
import type { ChangeMark } from '../../schemas/document.js';
import { lastStartingBy } from '../../schemas/span.js';
import type { TimedWord } from './time-words.js';

/** A run of words in one voice: a half-open range of words. The voice is null where the diarization has none. */
export interface VoicedRun {
  readonly from: number;
  readonly to: number;
  readonly voice: string | null;
}

/** Words with the voices of a diarization, and what the source itself says of voices. */
export interface VoicedWords {
  readonly words: readonly TimedWord[];
  readonly runs: readonly VoicedRun[];
  readonly changes: readonly ChangeMark[];
}

/** The changes of voice that a diarization gives, and where the source disagrees. */
export function compareVoices(voiced: VoicedWords): { changes: ChangeMark[]; diagnostics: Diagnostic[] } {
  const labels = voiced.changes.some(({ label }) => label !== undefined) ? labelsOfWords(voiced) : undefined;
  const names = labels === undefined ? new Map<string, string>() : mapVoices(voiced.runs, labels);
  const changes: ChangeMark[] = [];
  const doubted: Doubt[] = [];
  for (const { from, to, voice } of voiced.runs) {
    const label = voice === null ? undefined : (names.get(voice) ?? toLabel(voice));
    for (const part of labels === undefined ? [{ from, to, other: undefined }] : partsOf({ from, to }, labels, label)) {
      const at = voiced.words[part.from]?.start ?? 0;
      changes.push({ at, ...(label === undefined ? {} : { label }), sureness: part.other === undefined ? 'diarised' : 'doubted' });
      if (part.other !== undefined)
        doubted.push({ at, end: voiced.words[part.to - 1]?.end ?? at, said: part.other, heard: label ?? 'nobody' });
    }
  }
  const unanswered = labels === undefined ? marksAlone(voiced) : [];
  return { changes, diagnostics: [...capped(doubted.map(labelWarning)), ...capped(unanswered.map(markWarning))] };
}

interface Doubt {
  readonly at: number;
  readonly end: number;
  readonly said: string;
  readonly heard: string;
}

/** For each word the label under which the source has it. */
function labelsOfWords({ words, changes }: VoicedWords): (string | undefined)[] {
  const starts = changes.map(({ at }) => ({ start: at, end: at }));
  return words.map(({ start }) => changes[lastStartingBy(starts, start)]?.label);
}

/** Share of a voice's labelled words that must be under one label before the voice is taken for it. */
const LEAST_AGREED = 0.6;

/** Which label each voice is, one to one, the pair with the most words first. */
function mapVoices(runs: readonly VoicedRun[], labels: readonly (string | undefined)[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { from, to, voice } of runs) {
    if (voice === null) continue;
    const row = counts.get(voice) ?? new Map<string, number>();
    counts.set(voice, row);
    for (const label of labels.slice(from, to)) if (label !== undefined) row.set(label, (row.get(label) ?? 0) + 1);
  }
  const pairs = [...counts].flatMap(([voice, row]) => {
    const all = [...row.values()].reduce((sum, count) => sum + count, 0);
    return [...row].map(([label, count]) => ({ voice, label, count, share: count / all }));
  });
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { voice, label, share } of pairs.sort((a, b) => b.count - a.count || (a.voice < b.voice ? -1 : 1))) {
    if (share < LEAST_AGREED || names.has(voice) || taken.has(label)) continue;
    names.set(voice, label);
    taken.add(label);
  }
  return names;
}

/** Fewer words in a row than this are the edge of a turn, which times do not settle. */
const LEAST_WORDS = 4;

/** Parts a run where the source has words under another label for long enough. */
function partsOf(
  { from, to }: { readonly from: number; readonly to: number },
  labels: readonly (string | undefined)[],
  own: string | undefined,
): { from: number; to: number; other: string | undefined }[] {
  const parts: { from: number; to: number; other: string | undefined }[] = [];
  let start = from;
  for (let word = from + 1; word <= to; word++) {
    if (word < to && labels[word] === labels[start]) continue;
    const label = labels[start];
    const other = label !== own && word - start >= LEAST_WORDS ? label : undefined;
    const last = parts.at(-1);
    if (last !== undefined && last.other === other) last.to = word;
    else parts.push({ from: start, to: word, other });
    start = word;
  }
  return parts;
}

/** So many words from a change of voice a mark still means it. */
const MARK_REACH = 2;

/** Marks of the source at which the diarization has no other voice. */
function marksAlone({ words, runs, changes }: VoicedWords): number[] {
  const starts = runs.map(({ from }) => ({ start: from, end: from }));
  return changes.flatMap(({ at }) => {
    const word = lastStartingBy(words, at);
    const near = runs[lastStartingBy(starts, word + MARK_REACH)]?.from ?? 0;
    return word <= 0 || near >= word - MARK_REACH ? [] : [at];
  });
}

// "SPEAKER_00", "spk1", "A", "speaker_b", "female-2", "3": what diarisers call voices. "Ann_Lee", "Ann Lee" and "Berta" are names.
const NAME = /^\p{Lu}\p{L}+(?:[_ ]\p{Lu}[\p{L}'’-]*)*$/u;
const NUMBERED = /^(?:speaker|spk|voice)[ _-]?\d{1,3}$/iu;

/** How a voice is labelled: by its name, if it has one, else as a numbered speaker. */
function toLabel(voice: string): string {
  if (NAME.test(voice)) return voice.replaceAll('_', ' ');
  return NUMBERED.test(voice) ? voice : `SPEAKER_${voice}`;
}

const MOST_WARNINGS = 10;

function capped(warnings: readonly Diagnostic[]): Diagnostic[] {
  const [first] = warnings;
  if (first === undefined || warnings.length <= MOST_WARNINGS) return [...warnings];
  const rest = warnings.length - MOST_WARNINGS;
  return [...warnings.slice(0, MOST_WARNINGS), { rule: first.rule, severity: 'warning', message: `and at ${String(rest)} more places` }];
}

function labelWarning({ at, end, said, heard }: Doubt): Diagnostic {
  return {
    rule: 'read-transcript/diarization-disagrees',
    severity: 'warning',
    message: `the source gives these words to ${said}, the diarization to ${heard}`,
    span: { start: at, end },
  };
}

function markWarning(at: number): Diagnostic {
  return {
    rule: 'read-transcript/diarization-disagrees',
    severity: 'warning',
    message: 'the source marks a change of voice here, the diarization has none',
    span: { start: at, end: at },
  };
}
