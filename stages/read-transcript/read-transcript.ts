import type { Diagnostic } from '../../schemas/diagnostic.js';
import type { Doc, EpisodeFacts, ReadLayers } from '../../schemas/document.js';
import { assemble } from './assemble.js';
import { detectLanguage } from './detect-language.js';
import { dropLoops } from './drop-loops.js';
import type { ReaderLexicon } from './lexicon.js';
import { isFormattedFile, notATranscript } from './not-a-transcript.js';
import { READERS } from './readers.js';
import { toSourceText, type SourceText } from './source-text.js';

/** Raised whenever the same source may give another canonical text. */
export const READ_TRANSCRIPT_VERSION = '1.1.0';

/** Why a source is not a transcript, in words that a person can act on. */
export interface Refusal {
  readonly code: 'no-words' | 'not-a-transcript' | 'unknown-format';
  readonly message: string;
  readonly hint: string;
}

export type ReadResult =
  | { readonly ok: true; readonly doc: Doc<ReadLayers>; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** A decoded source file, and what is known of it from outside. */
export interface SourceInput {
  /** First 16 hex digits of the SHA-256 of the source bytes. */
  readonly id: string;
  readonly content: string;
  /** Facts from a sidecar; they win over the source's own header. */
  readonly facts?: Partial<EpisodeFacts>;
}

/** Reads a transcript in whichever format its content shows: canonical text, segments, change marks, events, facts; or a refusal. */
export function readTranscript(input: SourceInput, lexicon: ReaderLexicon): ReadResult {
  const source = toSourceText(input.content);
  if (isFormattedFile(source)) return { ok: false, refusal: unreadable(source) };
  const scored = READERS.map((reader) => ({ reader, score: reader.score(source) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score === 0) return { ok: false, refusal: unreadable(source) };
  const reading = best.reader.read(source, lexicon);
  const { pieces, repeated, diagnostics: loops } = dropLoops(reading.pieces);
  const { text, layers } = assemble(pieces);
  if (text === '') return { ok: false, refusal: noWords(layers.events.length) };
  const language = input.facts?.language ?? detectLanguage(text, lexicon);
  const episode: EpisodeFacts = { ...reading.episode, ...input.facts, language };
  return {
    ok: true,
    doc: { id: input.id, text, format: best.reader.format, episode, ...(repeated === 0 ? {} : { repeatedSegments: repeated }), layers },
    diagnostics: [...reading.diagnostics, ...loops, ...languageWarning(language)],
  };
}

function unreadable(source: SourceText): Refusal {
  const other = notATranscript(source);
  return other === undefined ? UNKNOWN_FORMAT : { code: 'not-a-transcript', message: other.message, hint: other.hint };
}

const UNKNOWN_FORMAT: Refusal = {
  code: 'unknown-format',
  message: 'the file is data or mark-up in a format that cannot be read yet',
  hint: `readable are ${READERS.map(({ format }) => format).join(', ')}; export the transcript as one of them`,
};

function noWords(events: number): Refusal {
  return {
    code: 'no-words',
    message: events === 0 ? 'the file holds no words' : 'the file holds only non-speech (music, laughter, silence)',
    hint: 'check that it is the transcript and that the recogniser finished',
  };
}

function languageWarning(language: string): Diagnostic[] {
  if (language === 'en') return [];
  const what = language === 'und' ? 'in no language that is known here' : `in "${language}"`;
  return [
    {
      rule: 'read-transcript/not-english',
      severity: 'warning',
      message: `the transcript seems to be ${what}: turns are found, but no entities, topics or claims`,
    },
  ];
}
