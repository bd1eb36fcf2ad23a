import { describe, expect, test } from '@jest/globals';
import type { TurnScores } from '../../../pipeline/eval/score-turns.js';
import { GOLD, GUEST, HOST, PERFECT, reportOn, TURNS, turnOf, UNNAMED } from './tiny.js';
import type { GoldTurn } from '../../../pipeline/eval/gold.js';
import type { Prediction } from '../../../pipeline/eval/prediction.js';

const [host, guest] = [...PERFECT.voices.keys()];

function turnScores(prediction: Partial<Prediction>, turns: readonly GoldTurn[] | null = GOLD.turns): TurnScores {
  return reportOn(prediction, { turns }).total.turns;
}

// Words: 9 host, 12 + 9 guest, 5 host, 6 guest, 8 host.
describe('turns', () => {
  test.each<[string, Partial<Prediction>, Partial<TurnScores>]>([
    ['all right', {}, { boundaryF1: 1, wordAccuracy: 1, speakerMacroF1: 1, nameAccuracy: 1, words: 49, changes: 4 }],
    [
      'names swapped',
      {
        voices: new Map([
          [host ?? '', GUEST],
          [guest ?? '', HOST],
        ]),
      },
      { boundaryF1: 1, wordAccuracy: 1, speakerMacroF1: 1, nameAccuracy: 0 },
    ],
    ['no names', { voices: UNNAMED }, { boundaryF1: 1, wordAccuracy: 1, nameAccuracy: 0 }],
    [
      'one name',
      {
        voices: new Map([
          [host ?? '', HOST],
          [guest ?? '', null],
        ]),
      },
      { wordAccuracy: 1, nameAccuracy: 0.449 },
    ],
    [
      'no turns',
      { turns: [] },
      { boundaryF1: 0, boundaryPrecision: null, boundaryRecall: 0, wordAccuracy: 0, speakerMacroF1: 0, nameAccuracy: 0 },
    ],
    ['nobody attributed', { turns: TURNS.map((turn) => ({ ...turn, voice: null })) }, { boundaryF1: 1, wordAccuracy: 0, nameAccuracy: 0 }],
    [
      'one voice for all',
      { turns: [turnOf(guest ?? '', 1, 6)] },
      { boundaryF1: 0, boundaryRecall: 0, wordAccuracy: 0.551, nameAccuracy: 0.551, speakerMacroF1: 0.3553 },
    ],
    [
      'a turn parted in two is no change',
      { turns: TURNS.flatMap((turn) => (turn === TURNS[1] ? [turnOf(guest ?? '', 2), turnOf(guest ?? '', 3)] : [turn])) },
      { boundaryF1: 1, boundaryPrecision: 1 },
    ],
    [
      'every line another voice',
      { turns: [1, 2, 3, 4, 5, 6].map((line) => turnOf(`v${String(line)}`, line)), voices: new Map() },
      { boundaryPrecision: 0.8, boundaryRecall: 1, wordAccuracy: 0.4286, nameAccuracy: 0 },
    ],
  ])('%s', (_, prediction, scores) => expect(turnScores(prediction)).toMatchObject(scores));

  test.each([
    ['two words late', 2, 1],
    ['two words early', -2, 1],
    ['three words late', 3, 0],
    ['three words early', -3, 0],
  ])('a change that is %s', (_, words, f1) => {
    const text = Array.from({ length: 20 }, (__, index) => `w${String(index + 10)}`).join(' ');
    const at = (10 + words) * 4;
    const turns = [
      { start: 0, end: at - 1, voice: 'a' },
      { start: at, end: text.length, voice: 'b' },
    ];
    const gold = [
      { line: 1, words: '', speaker: HOST },
      { line: 1, words: 'w20 w21 w22', speaker: GUEST },
    ];
    const scores = reportOn({ text, turns }, { turns: gold, entities: null, claims: null }, []).total.turns;
    expect(scores.boundaryF1).toBe(f1);
  });

  test.each<[string, GoldTurn[] | null, Partial<TurnScores>]>([
    ['no gold', null, { boundaryF1: null, wordAccuracy: null, speakerMacroF1: null, nameAccuracy: null, words: 0 }],
    [
      'nobody speaks in the gold',
      [{ line: 1, words: '', speaker: '-' }],
      { boundaryF1: 0, boundaryRecall: null, wordAccuracy: null, words: 0 },
    ],
    [
      'non-speech before the first words is no change',
      [
        { line: 1, words: '', speaker: '-' },
        { line: 4, words: '', speaker: HOST },
      ],
      { boundaryPrecision: 0, changes: 0, words: 19 },
    ],
    [
      'non-speech inside a turn is no change',
      [
        { line: 1, words: '', speaker: HOST },
        { line: 2, words: '', speaker: '-' },
        { line: 4, words: '', speaker: HOST },
      ],
      { changes: 0, words: 28 },
    ],
    [
      'a speaker without a name is right without one',
      (GOLD.turns ?? []).map((turn) => ({ ...turn, speaker: turn.speaker === HOST ? 'SPEAKER_1' : 'SPEAKER_2' })),
      { nameAccuracy: 0, wordAccuracy: 1 },
    ],
  ])('%s', (_, turns, scores) => expect(turnScores({}, turns)).toMatchObject(scores));

  test('voices without names are right for speakers without names', () => {
    const turns = (GOLD.turns ?? []).map((turn) => ({ ...turn, speaker: turn.speaker === HOST ? 'SPEAKER_1' : 'SPEAKER_2' }));
    expect(turnScores({ voices: UNNAMED }, turns).nameAccuracy).toBe(1);
  });

  test('the names that a longer recording has for the words count, whatever voices they were given to', () => {
    const elsewhere = TURNS.map((turn, index) => ({ ...turn, name: index % 2 === 0 ? HOST : GUEST }));
    const oneVoice = [turnOf(host ?? '', 1, 6)];
    expect(turnScores({ turns: oneVoice, voices: UNNAMED }, GOLD.turns).nameAccuracy).toBe(0);
    expect(turnScores({ turns: oneVoice, voices: UNNAMED, elsewhere }, GOLD.turns)).toMatchObject({ nameAccuracy: 1, boundaryF1: 0 });
  });

  test('only words and changes inside the window count', () => {
    const scores = reportOn({ turns: [turnOf(host ?? '', 1), turnOf(guest ?? '', 2, 6)] }, { windows: { turns: [[1, 3]] } }).total.turns;
    expect(scores).toMatchObject({ boundaryF1: 1, wordAccuracy: 1, words: 30, changes: 1 });
  });
});
