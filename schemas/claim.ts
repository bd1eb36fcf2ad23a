import type { Span } from './span.js';

export const CLAIM_TYPES = ['recommendation', 'prediction', 'comparison', 'causal', 'generalization', 'evaluation', 'belief'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const POLARITIES = ['positive', 'negative', 'neutral'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const STANCES = ['asserts', 'reports', 'doubts', 'rejects', 'supposes'] as const;
export type Stance = (typeof STANCES)[number];

export type ClaimKind = 'opinion' | 'fact';

/** What produced an annotation, or a part of its score: the rule's id, where it fired, how much it counted. */
export interface Provenance {
  readonly stage: string;
  readonly rule: string;
  readonly weight: number;
  readonly start?: number;
  readonly end?: number;
}

/** The words that make a statement weaker, stronger, negated or quantified. */
export interface Strength {
  readonly hedges: readonly Span[];
  readonly boosters: readonly Span[];
  readonly negations: readonly Span[];
  readonly quantifiers: readonly Span[];
}

/** A statement that a speaker commits to; its span is the exact run of words that carries it. */
export interface Claim extends Span {
  /** The readable statement: fillers dropped, case and final stop restored, [resolved referents] in brackets. */
  readonly text: string;
  readonly kind: ClaimKind;
  /** null for a fact. */
  readonly claimType: ClaimType | null;
  readonly stance: Stance;
  /** Whose view it is, when it is reported; null when it is the speaker's own. */
  readonly holder: ({ readonly name: string } & Partial<Span>) | null;
  /** What it is about; a span where the words stand in the text. */
  readonly target: { readonly text: string } & Partial<Span>;
  readonly polarity: Polarity;
  readonly strength: Strength;
  /** Index of the turn that holds it. */
  readonly turn: number;
  /** The question that a short answer answers. */
  readonly question?: (Span & { readonly turn: number }) | undefined;
  /** 0..1, that this is a claim. */
  readonly confidence: number;
  readonly provenance: readonly Provenance[];
}

/** A sentence that was considered and not kept, with the rule that said no. */
export interface RejectedSentence extends Span {
  readonly rule: string;
  readonly score: number;
}
