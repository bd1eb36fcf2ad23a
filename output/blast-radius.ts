import type { NodeOf } from '../schemas/graph.js';
import { lastStartingBy } from '../schemas/span.js';
import type { Boundary } from '../schemas/turn.js';
import { rounded, type Frame, type GraphNode } from './frame.js';
import { speakerId } from './ids.js';

/** An uncertain change of voice, with the claims that are somebody else's if it was decided wrongly. */
export interface BoundaryBlast {
  readonly at: number;
  readonly score: number;
  readonly taken: boolean;
  /** Ids of the claims, in the order of the text. */
  readonly claims: string[];
}

/**
 * What hangs on each uncertain change of voice. Taken or not, it decides over the words from there to the end of the turn that they stand
 * in: what comes later has evidence of its own.
 */
export function boundaryBlasts({ doc }: Frame, claims: readonly GraphNode<NodeOf<'Claim'>>[]): BoundaryBlast[] {
  const inOrder = claims.map(({ id, metadata }) => ({ id, start: metadata.start, end: metadata.end }));
  return doc.layers.boundaries.map(({ at, score, taken }: Boundary) => {
    const end = doc.layers.turns[lastStartingBy(doc.layers.turns, at)]?.end ?? at;
    const ids: string[] = [];
    for (let index = Math.max(0, lastStartingBy(inOrder, at)); index < inOrder.length; index++) {
      const claim = inOrder[index];
      if (claim === undefined || claim.start >= end) break;
      if (claim.end > at) ids.push(claim.id);
    }
    return { at, score: rounded(score), taken, claims: ids };
  });
}

/** What hangs on who the voices are: for each speaker the claims that are somebody else's if it is not the one it is taken for. */
export interface BlastRadius {
  readonly speakers: Record<string, number>;
  /** Claims that hang on some uncertain change of voice, each once. */
  readonly boundaries: number;
}

/** Counts for the graph's ledger. */
export function blastRadius({ doc }: Frame, claims: readonly GraphNode<NodeOf<'Claim'>>[], blasts: readonly BoundaryBlast[]): BlastRadius {
  const speakers: Record<string, number> = {};
  for (const { voice } of doc.layers.speakers) speakers[speakerId(doc.id, voice)] = 0;
  for (const { metadata } of claims) if (metadata.speaker !== null) speakers[metadata.speaker] = (speakers[metadata.speaker] ?? 0) + 1;
  return { speakers, boundaries: new Set(blasts.flatMap((blast) => blast.claims)).size };
}
