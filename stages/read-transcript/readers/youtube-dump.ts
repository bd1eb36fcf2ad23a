import type { Piece } from '../piece.js';
import type { Reader, Reading } from '../reader.js';
import { splitChanges } from '../split-line.js';
import type { SourceText } from '../source-text.js';

// "a1B2c3D4e5F • A title - A guest | A show"; an id has eleven characters.
const TITLE_LINE = /^\s*(?<id>[\w-]{11}) • (?<title>\S.*)$/u;
// "Kind: captions Language: en [Music] so much"
const KIND_LINE = /^\s*Kind: captions Language: (?<language>[\w-]{2,12})\s?(?<words>.*)$/u;
// Captions mark another voice with ">>" (or "&gt;&gt;").
const CHANGE = /(?:^|\s)(?:>>|&gt;&gt;)\s*/gu;
// "A title - A guest | A show"
const SHOW_IN_TITLE = /\|\s*(?<show>[^|]{3,60})$/u;
const HEADER_LINES = 8;

/** A dump of YouTube captions: a header with id and title, a path, then one wall of words after `Kind: captions`. */
export const youtubeDump: Reader = {
  format: 'youtube-dump',
  score: ({ lines }) => {
    const head = lines.slice(0, HEADER_LINES);
    const hasKind = head.some((line) => KIND_LINE.test(line.text));
    const hasTitle = head.some((line) => TITLE_LINE.test(line.text));
    return hasKind ? (hasTitle ? 1 : 0.8) : 0;
  },
  read: (source, lexicon) => read(source, lexicon),
};

function read({ lines }: SourceText, lexicon: Parameters<Reader['read']>[1]): Reading {
  const head = lines.slice(0, HEADER_LINES);
  const opening = head.findIndex((line) => KIND_LINE.test(line.text));
  const title = head.map((line) => TITLE_LINE.exec(line.text)?.groups).find((groups) => groups !== undefined);
  const pieces: Piece[] = [];
  for (const [index, { number, text }] of lines.entries()) {
    if (index < opening) continue;
    const words = index === opening ? (KIND_LINE.exec(text)?.groups?.words ?? '') : text;
    for (const piece of splitChanges(words, CHANGE, { place: { line: number }, lexicon })) pieces.push(piece);
  }
  return { pieces, episode: title === undefined ? {} : factsOf(title.id ?? '', (title.title ?? '').trim()), diagnostics: [] };
}

function factsOf(id: string, title: string): Reading['episode'] {
  const show = SHOW_IN_TITLE.exec(title)?.groups?.show;
  return { title, url: `https://www.youtube.com/watch?v=${id}`, ...(show === undefined ? {} : { show }) };
}
