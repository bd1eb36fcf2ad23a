import type { Span } from '../../../schemas/span.js';
import { evaluate, type EvalReport } from '../../../pipeline/eval/evaluate.js';
import type { GoldClaim, GoldDocument, GoldMention } from '../../../pipeline/eval/gold.js';
import type { LinePlace } from '../../../pipeline/eval/line-places.js';
import type { PredictedClaim, PredictedMention, PredictedTurn, Prediction } from '../../../pipeline/eval/prediction.js';

/** A conversation of six lines, one turn each but for the guest's second line. */
export const LINES = [
  'Welcome Omar Vale, tell us about your kestrel database.', //        0..8
  'Thanks Dana. The cess trail database is the fastest one I know.', // 9..20
  'My brother says it is far too small, though.', //                   21..29
  'Is it worth a migration?', //                                       30..34
  'You should never migrate in December.', //                          35..40
  'Good advice from the team at Harbor Labs.', //                      41..48
];

export const TEXT = LINES.join(' ');

/** One place for each line, as a reader gives them. */
export const PLACES: readonly LinePlace[] = LINES.map((words, index) => ({ ...spanOf(words), line: index + 1, endLine: index + 1 }));

/** Where the words stand in the text for the first time. */
export function spanOf(words: string, text = TEXT): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text does not have "${words}"`);
  return { start, end: start + words.length };
}

export const HOST = 'Dana Reed';
export const GUEST = 'Omar Vale';

const own = { target: '', polarity: 'neutral', attributedTo: null } as const;

export const GOLD_MENTIONS: readonly GoldMention[] = [
  { line: 1, mention: 'Omar Vale', canonical: 'Omar Vale', type: 'person' },
  { line: 1, mention: 'kestrel', canonical: 'Kestrel', type: 'technology' },
  { line: 2, mention: 'Dana', canonical: 'Dana Reed', type: 'person' },
  { line: 2, mention: 'cess trail', canonical: 'Kestrel', type: 'technology' },
  { line: 4, mention: 'migration', canonical: 'data migration', type: 'concept' },
  { line: 6, mention: 'Harbor Labs', canonical: 'Harbor Labs', type: 'organization' },
];

export const GOLD_CLAIMS: readonly GoldClaim[] = [
  {
    ...own,
    line: 2,
    quote: 'The cess trail database is the fastest one I know',
    speaker: GUEST,
    kind: 'opinion',
    type: 'comparison',
    target: 'the Kestrel database',
    polarity: 'positive',
  },
  {
    ...own,
    line: 3,
    quote: 'it is far too small',
    speaker: GUEST,
    kind: 'opinion',
    type: 'evaluation',
    target: 'Kestrel',
    polarity: 'negative',
    attributedTo: "the guest's brother",
  },
  {
    ...own,
    line: 5,
    quote: 'You should never migrate in December',
    speaker: GUEST,
    kind: 'opinion',
    type: 'recommendation',
    target: 'migrating in December',
    polarity: 'negative',
  },
  { ...own, line: 6, quote: 'the team at Harbor Labs', speaker: HOST, kind: 'fact', type: null, target: 'team of Harbor Labs' },
];

/** Everything annotated, on every line. */
export const GOLD: GoldDocument = {
  name: 'tiny',
  turns: [
    { line: 1, words: '', speaker: HOST },
    { line: 2, words: '', speaker: GUEST },
    { line: 4, words: 'Is it worth', speaker: HOST },
    { line: 5, words: '', speaker: GUEST },
    { line: 6, words: '', speaker: HOST },
  ],
  entities: GOLD_MENTIONS,
  claims: GOLD_CLAIMS,
  windows: {},
};

const HOST_VOICE = 'speaker:tiny/1';
const GUEST_VOICE = 'speaker:tiny/2';

/** A turn from the first of the lines to the last. */
export function turnOf(voice: string | null, first: number, last = first): PredictedTurn {
  return { start: PLACES[first - 1]?.start ?? 0, end: PLACES[last - 1]?.end ?? 0, voice };
}

export const TURNS: readonly PredictedTurn[] = [
  turnOf(HOST_VOICE, 1),
  turnOf(GUEST_VOICE, 2, 3),
  turnOf(HOST_VOICE, 4),
  turnOf(GUEST_VOICE, 5),
  turnOf(HOST_VOICE, 6),
];

/** The mention that finds a gold mention and names it right. */
export function mentionOf({ mention, canonical, type }: GoldMention): PredictedMention {
  return { ...spanOf(mention), name: canonical, type };
}

/** The claim that finds a gold claim and reads all of it right. */
export function claimOf({ quote, speaker, kind, type, polarity, target, attributedTo }: GoldClaim): PredictedClaim {
  return {
    ...spanOf(quote),
    voice: speaker === HOST ? HOST_VOICE : GUEST_VOICE,
    kind,
    type,
    polarity,
    stance: attributedTo === null ? 'asserts' : 'reports',
    holder: { name: attributedTo ?? speaker, own: attributedTo === null },
    target: { text: target, name: null },
  };
}

/** The prediction that is right in everything. */
export const PERFECT: Prediction = {
  name: 'tiny',
  text: TEXT,
  voices: new Map([
    [HOST_VOICE, HOST],
    [GUEST_VOICE, GUEST],
  ]),
  turns: TURNS,
  mentions: GOLD_MENTIONS.map(mentionOf),
  claims: GOLD_CLAIMS.map(claimOf),
};

export const UNNAMED: Prediction['voices'] = new Map([
  [HOST_VOICE, null],
  [GUEST_VOICE, null],
]);

/** Scores a prediction for the tiny conversation, with what is not given as it should be. */
export function reportOn(
  prediction: Partial<Prediction>,
  gold: Partial<GoldDocument> = {},
  sameAs: readonly (readonly string[])[] = [],
): EvalReport {
  const predicted = { prediction: { ...PERFECT, ...prediction }, places: PLACES, exactLines: true };
  return evaluate({ documents: [{ ...GOLD, ...gold }], sameAs }, [predicted]);
}
