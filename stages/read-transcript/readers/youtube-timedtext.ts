import { attributeOf } from '../attributes.js';
import { decodeEntities } from '../clean-words.js';
import type { ReaderLexicon } from '../lexicon.js';
import { readMarkedSegments } from '../read-segments.js';
import { readTags, type TaggedText } from '../read-tags.js';
import type { Reader, Reading } from '../reader.js';
import type { SourceText } from '../source-text.js';
import { toMsLoosely, wholeMs } from '../timecode.js';
import { segmentsOfCaptions, type Caption, type TimedWords } from '../timed-words.js';

// What the three shapes open with, after a declaration: "<transcript><text start=", "<timedtext format="3">", "<tt xmlns=".
const OPENING = /<(?:timedtext|tt)[\s>]|<transcript>\s*<text\s/u;
const OPENING_LENGTH = 2000;
// "12.5s", "12500ms"
const WITH_UNIT = /^(?<number>\d{1,9}(?:\.\d{1,9})?)(?<unit>ms|s)$/u;

/** YouTube's XML captions: srv1 (`<text start dur>`), srv2 (`<text t d>`), srv3 (`<p t d><s t>`), ttml (`<p begin end>`). */
export const youtubeTimedtext: Reader = {
  format: 'youtube-timedtext',
  score: ({ content }) => (OPENING.test(content.slice(0, OPENING_LENGTH)) ? 1 : 0),
  read: (source, lexicon) => read(source, lexicon),
};

function read({ content }: SourceText, lexicon: ReaderLexicon): Reading {
  const captions: Caption[] = [];
  let open: { readonly tag: TaggedText; readonly words: TimedWords[] } | undefined;
  for (const tag of readTags(content)) {
    const isCaption = tag.name === 'p' || tag.name === 'text';
    if (isCaption && open !== undefined) captions.push(captionOf(open.tag, open.words));
    if (isCaption) open = tag.isClosing ? undefined : { tag, words: [] };
    const words = open === undefined ? undefined : wordsOf(tag, open.tag);
    if (words !== undefined) open?.words.push(words);
  }
  if (open !== undefined) captions.push(captionOf(open.tag, open.words));
  return readMarkedSegments(segmentsOfCaptions(captions), lexicon);
}

/** The words behind a tag: of the whole segment, or of an `<s>`, which has the offset of its words. */
function wordsOf(tag: TaggedText, segment: TaggedText): TimedWords | undefined {
  const text = tag.name === 'br' ? `\n${tag.text}` : tag.text;
  if (text === '') return undefined;
  const start = startOf(segment);
  const isWord = tag.name === 's' && !tag.isClosing && start !== undefined;
  const offset = isWord ? (millisecondsOf(attributeOf(tag.attributes, 't')) ?? 0) : 0;
  const words = decodeEntities(text);
  return { text: words.includes('\r') ? words.replace(/\r\n?/gu, '\n') : words, startMs: isWord ? start + offset : undefined };
}

function captionOf(tag: TaggedText, words: readonly TimedWords[]): Caption {
  const startMs = startOf(tag);
  const endMs = endOf(tag, startMs);
  const isAppended = attributeOf(tag.attributes, 'a') === '1' || attributeOf(tag.attributes, 'append') === 'true';
  return { words, times: { line: tag.line, startMs, endMs: startMs === undefined ? undefined : endMs }, isAppended };
}

function startOf({ attributes }: TaggedText): number | undefined {
  return (
    secondsOf(attributeOf(attributes, 'start')) ?? millisecondsOf(attributeOf(attributes, 't')) ?? timeOf(attributeOf(attributes, 'begin'))
  );
}

function endOf({ attributes }: TaggedText, startMs: number | undefined): number | undefined {
  const end = timeOf(attributeOf(attributes, 'end'));
  if (end !== undefined || startMs === undefined) return end;
  const length =
    secondsOf(attributeOf(attributes, 'dur')) ?? millisecondsOf(attributeOf(attributes, 'd')) ?? timeOf(attributeOf(attributes, 'dur'));
  return length === undefined ? undefined : startMs + length;
}

function timeOf(value: string | undefined): number | undefined {
  const unit = WITH_UNIT.exec(value ?? '')?.groups;
  if (unit !== undefined) return wholeMs(Number(unit.number) * (unit.unit === 's' ? 1000 : 1));
  return value === undefined ? undefined : toMsLoosely(value);
}

// "12.5", "12500"
const NUMBER = /^\d{1,9}(?:\.\d{1,9})?$/u;

function secondsOf(value: string | undefined): number | undefined {
  return value !== undefined && NUMBER.test(value) ? wholeMs(Number(value) * 1000) : undefined;
}

function millisecondsOf(value: string | undefined): number | undefined {
  return value !== undefined && NUMBER.test(value) ? wholeMs(Number(value)) : undefined;
}
