import { at, listOf, objectsOf, stringOf } from '../json-shape.js';
import { millisecondsToMs } from '../json-time.js';
import { readParts, type RawPart, type RawWord } from '../read-parts.js';
import type { Reader } from '../reader.js';
import type { SourceText } from '../source-text.js';

/** whisper.cpp's `-oj` and `-ojf`: segments with offsets in milliseconds, the latter with tokens. `?` as a speaker says nothing. */
export const whisperCppJson: Reader = {
  format: 'whisper-cpp-json',
  score: ({ json }) => (objectsOf(at(json, 'transcription')).some((part) => typeof at(part, 'text') === 'string') ? 0.95 : 0),
  read: (source, lexicon) => readParts(partsOf(source), { source, lexicon, toTime: millisecondsToMs }),
};

// What tinydiarize writes at the end of a segment whose voice ends there.
const SPEAKER_TURN = /\[SPEAKER[ _]TURN\]\s*$/u;

function partsOf({ json }: SourceText): RawPart[] {
  let turns = false;
  return listOf(at(json, 'transcription')).map((segment) => {
    const text = at(segment, 'text');
    const part: RawPart = {
      text: typeof text === 'string' && SPEAKER_TURN.test(text) ? text.replace(SPEAKER_TURN, '').trimEnd() : text,
      start: at(segment, 'offsets', 'from') ?? at(segment, 'timestamps', 'from'),
      end: at(segment, 'offsets', 'to') ?? at(segment, 'timestamps', 'to'),
      label: at(segment, 'speaker'),
      words: wordsOf(listOf(at(segment, 'tokens'))),
      turns,
    };
    turns = at(segment, 'speaker_turn_next') === true || (typeof text === 'string' && SPEAKER_TURN.test(text));
    return part;
  });
}

// "[_BEG_]", "[_TT_150]", "<|endoftext|>": the model's own marks.
const MARK = /^\s*(?:\[_[A-Z]+_?\d*\]?|\[_[A-Z]+_\]|<\|[^|]*\|>)\s*$/u;

/** Tokens put together into words: a space opens a word. A token that holds half a character is in no text, so its word gets no time. */
function wordsOf(tokens: readonly unknown[]): RawWord[] {
  const words: { text: string; start: unknown; end: unknown }[] = [];
  for (const token of tokens) {
    const text = stringOf(at(token, 'text'));
    if (text === undefined || MARK.test(text)) continue;
    const last = words.at(-1);
    const end = at(token, 'offsets', 'to');
    if (last === undefined || text.startsWith(' ')) words.push({ text, start: at(token, 'offsets', 'from'), end });
    else {
      last.text += text;
      last.end = end;
    }
  }
  return words;
}
