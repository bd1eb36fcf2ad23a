import { describe, expect, test } from '@jest/globals';
import type { GoldMention } from '../../../pipeline/eval/gold.js';
import type { PredictedMention } from '../../../pipeline/eval/prediction.js';
import type { EntityScores } from '../../../pipeline/eval/score-entities.js';
import { GOLD_MENTIONS, mentionOf, PERFECT, reportOn, spanOf } from './tiny.js';

function entityScores(mentions: readonly PredictedMention[], entities: readonly GoldMention[] | null = GOLD_MENTIONS): EntityScores {
  return reportOn({ mentions }, { entities }, [['Kestrel', 'Kestrel DB']]).total.entities;
}

const all = PERFECT.mentions;
const named = (words: string, name: string, type: PredictedMention['type'] = 'technology'): PredictedMention => ({
  ...spanOf(words),
  name,
  type,
});

// Five named mentions (one of them misheard) and one concept.
describe('entities', () => {
  test('all right', () =>
    expect(entityScores(all)).toEqual({
      named: { precision: 1, recall: 1, f1: 1, gold: 5, predicted: 5, matched: 5 },
      concept: { precision: 1, recall: 1, f1: 1, gold: 1, predicted: 1, matched: 1 },
      canonicalAccuracy: 1,
      misheard: { found: 1, namedRight: 1, precision: 1, gold: 1, predicted: 1 },
    }));

  test.each<[string, readonly PredictedMention[], object]>([
    [
      'nothing predicted',
      [],
      {
        named: { precision: null, recall: 0, f1: 0 },
        concept: { recall: 0 },
        canonicalAccuracy: null,
        misheard: { found: 0, namedRight: 0, precision: null },
      },
    ],
    ['another name of the same thing', [named('kestrel', 'Kestrel DB')], { canonicalAccuracy: 1 }],
    [
      'the wrong name',
      [named('kestrel', 'Falcon')],
      { named: { matched: 1 }, canonicalAccuracy: 0, misheard: { precision: 0, predicted: 1 } },
    ],
    ['the wrong type in the same group', [named('Harbor Labs', 'Harbor Labs', 'place')], { named: { matched: 1 }, canonicalAccuracy: 1 }],
    [
      'the wrong group',
      [named('Harbor Labs', 'Harbor Labs', 'concept')],
      { named: { matched: 0 }, concept: { predicted: 1, matched: 0, precision: 0 } },
    ],
    ['three words for one: a third is enough', [named('your kestrel database', 'Kestrel')], { named: { matched: 1 } }],
    ['four words for one', [named('about your kestrel database', 'Kestrel')], { named: { matched: 0 } }],
    [
      'the same words twice',
      [named('kestrel', 'Kestrel'), named('kestrel', 'Kestrel')],
      { named: { predicted: 2, matched: 1, precision: 0.5 } },
    ],
    [
      'misheard, found and left as it was heard',
      [named('cess trail', 'cess trail')],
      { misheard: { found: 1, namedRight: 0, precision: null, predicted: 0 } },
    ],
    [
      'misheard, found and named wrong',
      [named('cess trail', 'Sextail')],
      { misheard: { found: 1, namedRight: 0, precision: 0, predicted: 1 } },
    ],
    ['a correction of what is no name', [named('far too small', 'Fartu')], { misheard: { found: 0, precision: 0, predicted: 1 } }],
  ])('%s', (_, mentions, scores) => expect(entityScores(mentions)).toMatchObject(scores));

  test.each<[string, GoldMention[] | null, object]>([
    [
      'no gold layer: predictions are neither right nor wrong',
      null,
      { named: { precision: null, recall: null, f1: null, predicted: 0 }, canonicalAccuracy: null },
    ],
    [
      'an empty gold layer: all predictions are wrong',
      [],
      { named: { precision: 0, recall: null, f1: 0, predicted: 5 }, misheard: { found: null, precision: 0 } },
    ],
    [
      'gold words that the text does not have count as missed',
      [{ line: 1, mention: 'sparrow', canonical: 'Sparrow', type: 'technology' }],
      { named: { recall: 0, gold: 1 } },
    ],
  ])('%s', (_, entities, scores) => expect(entityScores(all, entities)).toMatchObject(scores));

  test('only mentions inside the window count', () => {
    const windows = { entities: [[2, 3]] as const };
    expect(reportOn({}, { windows }).total.entities.named).toMatchObject({ gold: 2, predicted: 2, f1: 1 });
  });

  test('the better overlap is taken', () => {
    const mentions = [named('Harbor', 'Harbor'), ...GOLD_MENTIONS.map(mentionOf)];
    expect(entityScores(mentions)).toMatchObject({ named: { predicted: 6, matched: 5 }, canonicalAccuracy: 1 });
  });
});
