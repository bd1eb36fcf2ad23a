import type { Piece, WordsPiece } from './piece.js';

/**
 * Gives an end to pieces of which the source only says when they begin: there the next begins. Where several pieces stand between two
 * times, they share the time between by their characters, and are marked as guessed. What follows the last time keeps none.
 */
export function spreadTimes(pieces: readonly Piece[]): Piece[] {
  const spread = [...pieces];
  let block: OpenBlock | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.type !== 'words') continue;
    if (piece.startMs === undefined && block !== undefined) block.places.push(index);
    else {
      if (piece.startMs !== undefined && block !== undefined && piece.startMs > block.startMs) share(spread, block, piece.startMs);
      // A piece with an end of its own, or without a start, opens nothing that could be shared out.
      block = piece.startMs === undefined || piece.endMs !== undefined ? undefined : { startMs: piece.startMs, places: [index] };
    }
  }
  return spread;
}

/** Where the pieces stand that begin at a time, and have none of their own. */
interface OpenBlock {
  readonly startMs: number;
  readonly places: number[];
}

function share(spread: Piece[], { startMs, places }: OpenBlock, endMs: number): void {
  const block = places.flatMap((place) => (spread[place]?.type === 'words' ? spread[place] : []));
  if (block.some(({ glued }) => glued === true)) return;
  for (const [nth, piece] of shareOut(block, { startMs, endMs }).entries()) spread[places[nth] ?? 0] = piece;
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
