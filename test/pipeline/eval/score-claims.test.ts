import { describe, expect, test } from '@jest/globals';
import type { GoldClaim } from '../../../pipeline/eval/gold.js';
import type { PredictedClaim, Prediction } from '../../../pipeline/eval/prediction.js';
import type { ClaimScores } from '../../../pipeline/eval/score-claims.js';
import { claimOf, GOLD_CLAIMS, GUEST, HOST, PERFECT, reportOn, spanOf, UNNAMED } from './tiny.js';

function claimScores(prediction: Partial<Prediction>, claims: readonly GoldClaim[] | null = GOLD_CLAIMS): ClaimScores {
  return reportOn(prediction, { claims }).total.claims;
}

const [host = '', guest = ''] = PERFECT.voices.keys();
const all = PERFECT.claims;
const each = (change: Partial<PredictedClaim>): Partial<Prediction> => ({ claims: all.map((claim) => ({ ...claim, ...change })) });
const ALL_RIGHT = {
  speakerAccuracy: 1,
  kindAccuracy: 1,
  typeAccuracy: 1,
  polarityAccuracy: 1,
  targetAccuracy: 1,
  holderAccuracy: 1,
  falseReports: 0,
};

// Three opinions (one reported) of the guest, one fact of the host.
describe('claims', () => {
  test('all right', () =>
    expect(claimScores({})).toEqual({
      ...ALL_RIGHT,
      ...{ precision: 1, recall: 1, f1: 1, gold: 4, predicted: 4, matched: 4 },
      opinion: { precision: 1, recall: 1, f1: 1, gold: 3, predicted: 3, matched: 3 },
    }));

  test.each<[string, Partial<Prediction>, object]>([
    [
      'nothing predicted',
      { claims: [] },
      { precision: null, recall: 0, f1: 0, opinion: { recall: 0 }, speakerAccuracy: null, falseReports: null },
    ],
    [
      'all called facts',
      each({ kind: 'fact', type: null }),
      { f1: 1, opinion: { precision: null, recall: 0 }, kindAccuracy: 0.25, typeAccuracy: null },
    ],
    ['another type', each({ type: 'belief' }), { typeAccuracy: 0 }],
    ['all neutral', each({ polarity: 'neutral' }), { polarityAccuracy: 0.25 }],
    ['another target', each({ target: { text: 'the weather', name: null } }), { targetAccuracy: 0 }],
    ['a target known by its entity', each({ target: { text: 'it', name: 'Kestrel' } }), { targetAccuracy: 0.25 }],
    ['all of one voice', each({ voice: guest }), { speakerAccuracy: 0.75 }],
    ['nobody named: voices are mapped', { voices: UNNAMED }, { speakerAccuracy: 1 }],
    [
      'names swapped',
      {
        voices: new Map([
          [host, GUEST],
          [guest, HOST],
        ]),
      },
      { speakerAccuracy: 0 },
    ],
    ['nobody attributed', each({ voice: null }), { speakerAccuracy: 0 }],
    [
      'everything reported by somebody',
      each({ stance: 'reports', holder: { name: 'my brother', own: false } }),
      { holderAccuracy: 1, falseReports: 1 },
    ],
    ['nothing reported', each({ stance: 'asserts', holder: { name: GUEST, own: true } }), { holderAccuracy: 0, falseReports: 0 }],
    ['reported by somebody else', each({ stance: 'reports', holder: { name: 'the sister', own: false } }), { holderAccuracy: 0 }],
    [
      'the speaker doubts what the brother says',
      each({ stance: 'doubts', holder: { name: 'brother', own: false } }),
      { holderAccuracy: 1, falseReports: 1 },
    ],
    ['the speaker supposes', each({ stance: 'supposes', holder: { name: GUEST, own: true } }), { holderAccuracy: 0, falseReports: 0 }],
  ])('%s', (_, prediction, scores) => expect(claimScores(prediction)).toMatchObject(scores));

  test.each([
    ['half of it and nothing more', 'The cess trail database is', 1],
    ['less than half', 'The cess trail database', 0],
    ['the whole sentence before it, too', 'Thanks Dana. The cess trail database is the fastest one I know.', 1],
    [
      'it and as much again',
      'your kestrel database. Thanks Dana. The cess trail database is the fastest one I know. My brother says it is',
      1,
    ],
    [
      'it and more than as much',
      'about your kestrel database. Thanks Dana. The cess trail database is the fastest one I know. My brother says it is far',
      0,
    ],
  ])('a quote that is %s', (_, words, matched) => {
    const [first] = all;
    expect(claimScores({ claims: first === undefined ? [] : [{ ...first, ...spanOf(words) }] }).matched).toBe(matched);
  });

  test('one prediction answers one claim', () => {
    const [first] = GOLD_CLAIMS.map(claimOf);
    const twice = first === undefined ? [] : [first, first];
    expect(claimScores({ claims: twice })).toMatchObject({ matched: 1, precision: 0.5 });
  });

  test.each<[string, GoldClaim[] | null, object]>([
    ['no gold layer', null, { precision: null, recall: null, f1: null, predicted: 0, falseReports: null }],
    ['an empty gold layer', [], { precision: 0, recall: null, f1: 0, predicted: 4 }],
    [
      'a quote that the text does not have',
      GOLD_CLAIMS.map((claim) => ({ ...claim, quote: 'no such words' })),
      { recall: 0, gold: 4, matched: 0 },
    ],
  ])('%s', (_, claims, scores) => expect(claimScores({}, claims)).toMatchObject(scores));

  test('without gold turns, voices are mapped by the claims', () =>
    expect(reportOn({ voices: UNNAMED }, { turns: null }).total).toMatchObject({
      turns: { wordAccuracy: null },
      claims: { speakerAccuracy: 1 },
    }));

  test('only claims that begin inside the window count', () =>
    expect(reportOn({}, { windows: { claims: [[2, 3]] } }).total.claims).toMatchObject({ gold: 2, predicted: 2, f1: 1 }));
});
