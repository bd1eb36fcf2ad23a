import type { ClaimKind, ClaimType, Polarity, Stance } from '../../schemas/claim.js';
import type { EntityType } from '../../schemas/mention.js';
import type { Span } from '../../schemas/span.js';

/** A stretch of talk; `voice` is null where it was not attributed. */
export interface PredictedTurn extends Span {
  readonly voice: string | null;
}

/** Words that were taken for the name of a thing. */
export interface PredictedMention extends Span {
  readonly name: string;
  readonly type: EntityType;
}

/** A statement that was taken for a claim. */
export interface PredictedClaim extends Span {
  readonly voice: string | null;
  readonly kind: ClaimKind;
  readonly type: ClaimType | null;
  readonly polarity: Polarity;
  readonly stance: Stance;
  /** Whose view it is: `own` when it is the speaker's. */
  readonly holder: { readonly name: string; readonly own: boolean };
  /** What it is about; `name` is the entity's, where it is one. */
  readonly target: { readonly text: string; readonly name: string | null };
}

/** What was predicted for one transcript, by the program or by a baseline: all that the scores look at. */
export interface Prediction {
  /** The transcript's file name without its ending. */
  readonly name: string;
  /** The canonical text. */
  readonly text: string;
  /** Names of the voices by id; null where a voice has none. */
  readonly voices: ReadonlyMap<string, string | null>;
  readonly turns: readonly PredictedTurn[];
  /** Who says which words in a longer recording of them, by the corpus; for these words it goes before the name of the voice. */
  readonly elsewhere?: readonly (Span & { readonly name: string })[];
  readonly mentions: readonly PredictedMention[];
  readonly claims: readonly PredictedClaim[];
}
