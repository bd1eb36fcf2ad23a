import type { Piece, WordsPiece } from './piece.js';

/**
 * Gives an end to pieces of which the source only says when they begin: there the next begins. Where several pieces stand between two
 * times, they share the time between by their characters, and are marked as guessed. What follows the last time keeps none.
 */
export function spreadTimes(pieces: readonly Piece[]): Piece[] {
  const spread = [...pieces];
  const words = pieces.flatMap((piece, index) => (piece.type === 'words' ? [{ piece, index }] : []));
  let from = 0;
  while (from < words.length) {
    let to = from + 1;
    while (to < words.length && words[to]?.piece.startMs === undefined) to++;
    const startMs = words[from]?.piece.startMs;
    const endMs = words[to]?.piece.startMs;
    const block = words.slice(from, to);
    const isOpen = words[from]?.piece.endMs === undefined && block.every(({ piece }) => piece.glued !== true);
    if (startMs !== undefined && endMs !== undefined && endMs > startMs && isOpen)
      for (const [nth, piece] of shareOut(
        block.map(({ piece }) => piece),
        { startMs, endMs },
      ).entries())
        spread[block[nth]?.index ?? 0] = piece;
    from = to;
  }
  return spread;
}

function shareOut(block: readonly WordsPiece[], { startMs, endMs }: { readonly startMs: number; readonly endMs: number }): WordsPiece[] {
  const [only] = block;
  if (block.length === 1 && only !== undefined) return [{ ...only, startMs, endMs }];
  const total = block.reduce((sum, { text }) => sum + text.length, 0);
  let length = 0;
  const msAt = (characters: number): number => Math.round(startMs + ((endMs - startMs) * characters) / Math.max(1, total));
  return block.map((piece) => {
    const start = msAt(length);
    length += piece.text.length;
    return { ...piece, startMs: start, endMs: msAt(length), guessedTimes: true };
  });
}
