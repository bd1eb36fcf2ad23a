import type { DiarizedStretch } from '../schemas/diarization.js';

/** A line of an RTTM file that cannot be read: its 1-based number, and why. */
export interface RttmFault {
  readonly line: number;
  readonly message: string;
}

export type RttmResult =
  { readonly ok: true; readonly stretches: readonly DiarizedStretch[] } | { readonly ok: false; readonly fault: RttmFault };

/** What a line looks like, for messages. */
export const RTTM_LINE = 'SPEAKER <file> 1 <start> <duration> <NA> <NA> <voice> <NA> <NA>, times in seconds';

// The kinds of line that the format knows besides voices; a diariser's file may hold them.
const OTHER_KINDS: ReadonlySet<string> = new Set(
  'SEGMENT SPKR-INFO NOSCORE NO_RT_METADATA LEXEME NON-LEX NON-SPEECH FILLER EDIT IP SU CB A/P'.split(' '),
);
const COMMENT = ';;';
const LEAST_FIELDS = 8;

interface SpeakerLine extends DiarizedStretch {
  readonly file: string;
}

/**
 * Reads the voices of an RTTM file, in the order of their times.
 *
 * @param stem name of the recording: a file that holds several recordings must have one of this name
 * @example parseRttm('SPEAKER talk 1 0.50 2.25 <NA> <NA> SPEAKER_00 <NA> <NA>', 'talk') // one stretch, 500 to 2750 ms
 */
export function parseRttm(content: string, stem: string): RttmResult {
  const lines: SpeakerLine[] = [];
  for (const [index, text] of content.split('\n').entries()) {
    const fields = text.trim().split(/\s+/u);
    const [kind = ''] = fields;
    if (kind === '' || kind.startsWith(COMMENT) || OTHER_KINDS.has(kind.toUpperCase())) continue;
    const read = readLine(fields);
    if (typeof read === 'string') return { ok: false, fault: { line: index + 1, message: read } };
    if (read.endMs > read.startMs) lines.push(read);
  }
  const files = new Set(lines.map(({ file }) => file));
  if (files.size > 1 && !files.has(stem))
    return { ok: false, fault: { line: 1, message: `it holds ${String(files.size)} recordings and none is called "${stem}"` } };
  const own = files.size > 1 ? lines.filter(({ file }) => file === stem) : lines;
  if (own.length === 0) return { ok: false, fault: { line: 1, message: 'it names no voice' } };
  const stretches = own.map(({ voice, startMs, endMs }) => ({ voice, startMs, endMs }));
  return { ok: true, stretches: stretches.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || (a.voice < b.voice ? -1 : 1)) };
}

/** A line's stretch, or what is wrong with it. */
function readLine(fields: readonly string[]): SpeakerLine | string {
  const [kind = '', file = '', , start = '', duration = '', , , voice = ''] = fields;
  if (kind.toUpperCase() !== 'SPEAKER') return `"${kind}" is no kind of line that the format has`;
  if (fields.length < LEAST_FIELDS) return `it has ${String(fields.length)} fields, a SPEAKER line has ${String(LEAST_FIELDS)} or more`;
  const [startMs, lengthMs] = [toMs(start), toMs(duration)];
  if (startMs === undefined) return `the start "${start}" is no number of seconds`;
  if (lengthMs === undefined) return `the duration "${duration}" is no number of seconds`;
  if (voice === '<NA>') return 'it names no voice';
  return { file, voice, startMs, endMs: startMs + lengthMs };
}

// "12", "12.5", "0.031", "1e-05"; not "-1", "12,5", "0:12".
const SECONDS = /^\d+(?:\.\d*)?(?:e[+-]?\d{1,2})?$/iu;

function toMs(seconds: string): number | undefined {
  return SECONDS.test(seconds) ? Math.round(Number(seconds) * 1000) : undefined;
}
