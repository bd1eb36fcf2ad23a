import { at, objectsOf, stringOf } from './json-shape.js';
import type { SourceText } from './source-text.js';

// What a word processor or a printer writes: "{\rtf1", "%PDF-1.7".
const DOCUMENT = /^\s*(?:\{\\rtf\d|%PDF-|%!PS)/u;

/** True of RTF, PDF and PostScript, where the words stand between commands that a reader of text would take for words, too. */
export function isFormattedFile({ content }: SourceText): boolean {
  return DOCUMENT.test(content.slice(0, 100));
}

/** Says what a file is, where it is known to be something else than a transcript, and what to give instead. */
export function notATranscript(source: SourceText): { readonly message: string; readonly hint: string } | undefined {
  return OTHERS.find(({ is }) => is(source));
}

interface OtherFile {
  readonly is: (source: SourceText) => boolean;
  readonly message: string;
  readonly hint: string;
}

// What a feed opens with, after its declaration and comments: "<rss", "<feed"; not "<p>".
const FEED = /^\s*(?:<[?!][^>]*>\s*){0,5}<(?:rss|feed|opml)\b/iu;

const OTHERS: readonly OtherFile[] = [
  {
    is: ({ json }) =>
      objectsOf(at(json, 'chapters')).some((chapter) => at(chapter, 'startTime') !== undefined || at(chapter, 'title') !== undefined),
    message: 'the file lists chapters: their times and titles, not what was said',
    hint: "give the episode's transcript (in a feed: the podcast:transcript tag, not podcast:chapters)",
  },
  {
    is: ({ json }) => /^(?:queued|processing|submitted|running|in_progress)$/iu.test(statusOf(json)),
    message: 'the file is the answer of a recogniser that had not finished',
    hint: 'fetch the result again when the job is done',
  },
  {
    is: ({ json }) => /^(?:error|failed)$/iu.test(statusOf(json)),
    message: 'the file is the answer of a recogniser that failed',
    hint: 'see the error in the file and run the recogniser again',
  },
  {
    is: isFormattedFile,
    message: 'the file is a document of a word processor or a printer, not text',
    hint: 'save it as plain text (.txt) and give that',
  },
  {
    is: ({ content }) => FEED.test(content.slice(0, 5000)),
    message: 'the file is a feed: it points to episodes, it does not hold what was said',
    hint: "download the episode's transcript and give that",
  },
];

function statusOf(json: unknown): string {
  return stringOf(at(json, 'status') ?? at(json, 'JobStatus') ?? at(json, 'TranscriptionJob', 'TranscriptionJobStatus')) ?? '';
}
