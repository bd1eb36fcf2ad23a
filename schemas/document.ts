import type { Claim, RejectedSentence } from './claim.js';
import type { Mention } from './mention.js';
import type { Span } from './span.js';
import type { Edit } from './view.js';
import type { Boundary, Speaker, Turn } from './turn.js';
import type { Section, Topic } from './topic.js';

/** A block of words as the transcriber wrote it, with its place in the source. Times are milliseconds from the start of the recording. */
export interface Segment extends Span {
  /** 1-based first and last line of the source file. */
  readonly line: number;
  readonly endLine: number;
  readonly startMs?: number;
  readonly endMs?: number;
  /** True where the times are those of this one word. */
  readonly timedWord?: true;
  /** True where the times are this segment's share of a longer stretch that the source times as a whole. */
  readonly guessedTimes?: true;
}

/** A place where the source itself says that another voice begins: a change mark (`- `, `>>`) or a speaker label. */
export interface ChangeMark {
  /** Offset of the first word of the new voice. */
  readonly at: number;
  /** The speaker label as the source has it; absent for a bare mark. */
  readonly label?: string;
  /** A diarization beside the transcript says so (absent: the source itself); `doubted` where the source says otherwise. */
  readonly sureness?: 'diarised' | 'doubted';
}

/** Non-speech or a hole in the text (`(laughing)`, `[Music]`, `[inaudible 00:22:46]`): beside the words, not among them. */
export interface SpeechEvent {
  readonly text: string;
  /** Offset of the word that follows it (the text's length at the end). */
  readonly at: number;
  readonly line: number;
  readonly startMs?: number;
}

/** Universal part-of-speech tag, as wink-nlp gives it. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One token of the single wink-nlp pass over the canonical text. Contractions are split (`do`, `n't`). */
export interface Token extends Span {
  /** Lower-cased text of the token. */
  readonly lower: string;
  readonly pos: PartOfSpeech;
}

/** A sentence-like part of the text. `firstToken`/`endToken` is its half-open range in the `tokens` layer. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  /** How its end was found: closing punctuation, or restored in text that has none. */
  readonly by: 'punctuation' | 'restored';
}

/** All annotations of one kind, by layer name. Each is sorted by start, then end; spans are into `Doc.text`. */
export interface Layers {
  readonly segments: readonly Segment[];
  readonly changes: readonly ChangeMark[];
  readonly events: readonly SpeechEvent[];
  readonly tokens: readonly Token[];
  /** The text's own sentences as half-open ranges of `tokens`; a wall of words is one of them. */
  readonly rawSentences: readonly Span[];
  readonly sentences: readonly Sentence[];
  /** What makes the text readable where it lacks marks, capitals or apostrophes: edits of a view (`viewOf`), in order, none overlapping. */
  readonly restored: readonly Edit[];
  readonly turns: readonly Turn[];
  readonly boundaries: readonly Boundary[];
  readonly speakers: readonly Speaker[];
  readonly mentions: readonly Mention[];
  readonly topics: readonly Topic[];
  readonly sections: readonly Section[];
  readonly claims: readonly Claim[];
  readonly rejected: readonly RejectedSentence[];
}

export type LayerName = keyof Layers;

/** The layers that a reader gives. */
export type ReadLayers = 'segments' | 'changes' | 'events';

/** What is known of the episode from the source's own header, or from a sidecar. */
export interface EpisodeFacts {
  readonly title?: string;
  readonly show?: string;
  readonly date?: string;
  readonly url?: string;
  readonly mediaUrl?: string;
  /** BCP 47 language tag; `und` where it cannot be told. */
  readonly language: string;
  /** Voices that the sidecar names. */
  readonly speakers?: readonly { readonly name: string; readonly role?: 'host' | 'guest' | 'other' }[];
}

/**
 * One transcript on its way through the stages: the canonical text and the layers that have been added so far.
 * Plain JSON data: it crosses a worker boundary as it is. Never changed in place.
 */
export interface Doc<Has extends LayerName = never> {
  /** First 16 hex digits of the SHA-256 of the source bytes. */
  readonly id: string;
  /** The canonical text (the transcriber's words, mark-up gone, single spaces, NFC). Never improved. */
  readonly text: string;
  /** Name of the reader that made it, e.g. `whisper-lines`. */
  readonly format: string;
  readonly episode: EpisodeFacts;
  /** Segments that the recogniser repeated by mistake, kept once (absent: none). */
  readonly repeatedSegments?: number;
  readonly layers: Readonly<Pick<Layers, Has>>;
}
