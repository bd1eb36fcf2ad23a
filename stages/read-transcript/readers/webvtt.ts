import type { ReaderLexicon } from '../lexicon.js';
import { readSubtitles } from '../read-subtitles.js';
import type { Reader, Reading } from '../reader.js';
import type { SourceText } from '../source-text.js';
import { timesOf, type SubtitleRules } from '../subtitle-segments.js';

// "WEBVTT", "WEBVTT - A title"; not "WEBVTTX".
const SIGNATURE = /^WEBVTT(?:\s|$)/u;
// What opens a comment or a style: "NOTE made by a tool", "STYLE", "REGION"; not "NOTES ON FILM".
const ASIDE = /^(?:NOTE(?:\s|$)|STYLE\s*$|REGION\s*$)/u;
// The name of a segment: "7", "intro-2", "3f2a/1-0", "Chapter two"; not a sentence: that is words after a blank line inside a segment.
const NAME = /^\s*\S+(?:\s+\S+){0,2}\s*$/u;
const RULES: SubtitleRules = { opensAside: (line) => ASIDE.test(line), isName: (line) => NAME.test(line) };

/** WebVTT: voices in `<v …>` or before the words, comments, styles, regions, settings; YouTube's rolling captions with word times. */
export const webvtt: Reader = {
  format: 'webvtt',
  score: ({ content }) => (SIGNATURE.test(content.trimStart().slice(0, 20)) ? 1 : 0),
  read: (source, lexicon) => read(source, lexicon),
};

/** The header goes up to the first blank line, or to the first times where the blank line is missing. */
function read({ lines }: SourceText, lexicon: ReaderLexicon): Reading {
  const signature = lines.findIndex(({ text }) => SIGNATURE.test(text.trimStart()));
  const headerEnd = lines.findIndex(({ text }, index) => index > signature && (text.trim() === '' || timesOf(text) !== undefined));
  return readSubtitles(headerEnd === -1 ? [] : lines.slice(headerEnd), RULES, lexicon);
}
