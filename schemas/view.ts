import { type Span, compareSpans } from './span.js';

/** Words that a reading puts in the place of others; an empty span inserts, an empty text drops. */
export interface Edit extends Span {
  readonly text: string;
}

/** A stretch of a view, and the words of the canonical text that it stands for. */
export interface ViewPiece extends Span {
  readonly source: Span;
}

/** A reading of a part of a text: never the truth, and every place of it leads back to the words. */
export interface View {
  readonly text: string;
  /** Pieces in order, without gaps; offsets are into `text`. */
  readonly pieces: readonly ViewPiece[];
}

/**
 * A part of a text with some words replaced, inserted or left out. Edits outside the part, or that overlap an earlier one, are not made.
 *
 * @example viewOf('so it works', { start: 3, end: 11 }, [{ start: 3, end: 4, text: 'I' }, { start: 11, end: 11, text: '.' }]).text // 'It works.'
 */
export function viewOf(text: string, part: Span, edits: readonly Edit[]): View {
  const pieces: ViewPiece[] = [];
  let words = '';
  let at = part.start;
  const add = (piece: string, source: Span): void => {
    if (piece === '' && source.start === source.end) return;
    pieces.push({ start: words.length, end: words.length + piece.length, source });
    words += piece;
  };
  for (const edit of [...edits].sort(compareSpans)) {
    if (edit.start < at || edit.end > part.end) continue;
    if (edit.start > at) add(text.slice(at, edit.start), { start: at, end: edit.start });
    add(edit.text, { start: edit.start, end: edit.end });
    at = edit.end;
  }
  if (at < part.end) add(text.slice(at, part.end), { start: at, end: part.end });
  return { text: words, pieces };
}

/**
 * The words of the canonical text that a range of a view stands for: to the letter where the view left them alone, else the whole of
 * what was replaced.
 */
export function sourceOf({ pieces }: View, range: Span): Span {
  const touched = pieces.filter((piece) => piece.start < range.end && range.start < piece.end);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return { start: pieces[0]?.source.start ?? 0, end: pieces[0]?.source.start ?? 0 };
  const start = isVerbatim(first) ? first.source.start + Math.max(0, range.start - first.start) : first.source.start;
  const end = isVerbatim(last) ? last.source.end - Math.max(0, last.end - range.end) : last.source.end;
  return { start, end };
}

function isVerbatim({ start, end, source }: ViewPiece): boolean {
  return end - start === source.end - source.start;
}
