import type { ClaimKind, ClaimType, Polarity } from '../../schemas/claim.js';
import type { EntityType } from '../../schemas/mention.js';
import type { WordRange } from './words.js';

/** The layers that people annotated. */
export const GOLD_LAYERS = ['turns', 'entities', 'claims'] as const;
export type GoldLayer = (typeof GOLD_LAYERS)[number];

/** One row of `NAME.turns.tsv`: from here on this speaker talks (`-`: nobody). Empty words: the start of the line. */
export interface GoldTurn {
  readonly line: number;
  readonly words: string;
  readonly speaker: string;
}

/** One row of `NAME.entities.jsonl`. */
export interface GoldMention {
  readonly line: number;
  readonly mention: string;
  readonly canonical: string;
  readonly type: EntityType;
}

/** One row of `NAME.claims.jsonl`. */
export interface GoldClaim {
  readonly line: number;
  readonly quote: string;
  readonly speaker: string;
  readonly kind: ClaimKind;
  readonly type: ClaimType | null;
  readonly target: string;
  readonly polarity: Polarity;
  readonly attributedTo: string | null;
}

/** First and last line of an annotated stretch, both inclusive. */
export type LineWindow = readonly [number, number];

/** One annotated transcript as its files have it. A layer without a file is null: it is not scored. */
export interface GoldDocument {
  /** The transcript's file name without its ending. */
  readonly name: string;
  readonly turns: readonly GoldTurn[] | null;
  readonly entities: readonly GoldMention[] | null;
  readonly claims: readonly GoldClaim[] | null;
  /** Which lines are annotated, layer by layer; a layer that is not named is annotated throughout. */
  readonly windows: Readonly<Partial<Record<GoldLayer, readonly LineWindow[]>>>;
}

/** A folder of annotations. */
export interface Gold {
  readonly documents: readonly GoldDocument[];
  /** Groups of names that count as the same answer. */
  readonly sameAs: readonly (readonly string[])[];
}

/** A gold annotation with its place among the words of the canonical text; what was not found is placed nowhere, and overlaps nothing. */
export type Placed<Item> = Item & WordRange;

/** A gold annotation whose words were not found near its line. */
export interface Unplaced {
  readonly layer: GoldLayer;
  readonly line: number;
  readonly words: string;
}

/** One annotated transcript, placed in a canonical text. Items outside of their layer's window are left out. */
export interface PlacedGold {
  readonly turns: readonly Placed<GoldTurn>[] | null;
  readonly entities: readonly Placed<GoldMention>[] | null;
  readonly claims: readonly Placed<GoldClaim>[] | null;
  readonly windows: Readonly<Record<GoldLayer, readonly WordRange[]>>;
  readonly unplaced: readonly Unplaced[];
}
