import { expect, test } from '@jest/globals';
import { disturbMarks, withoutMarks } from '../../../pipeline/eval/disturb-marks.js';
import type { Doc, ReadLayers } from '../../../schemas/document.js';
import { randomFrom } from '../../../stages/random.js';

const segments = Array.from({ length: 100 }, (_, index) => ({
  start: index * 10,
  end: index * 10 + 9,
  line: index + 1,
  endLine: index + 1,
}));
const changes = segments.filter((_, index) => index % 2 === 1).map(({ start }) => ({ at: start }));
const DOC: Doc<ReadLayers> = {
  id: '',
  text: 'x'.repeat(1000),
  format: 'by-hand',
  episode: { language: 'en' },
  layers: { segments, changes, events: [] },
};

test('a tenth of the marks goes, and as many false ones come as asked for', () => {
  const { changes: marks } = disturbMarks(DOC, { deleted: 0.1, added: 0.2 }, randomFrom(1)).layers;
  const places = new Set(changes.map(({ at }) => at));
  expect(marks.filter(({ at }) => places.has(at))).toHaveLength(45);
  expect(marks.filter(({ at }) => !places.has(at))).toHaveLength(10);
  expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).sort((a, b) => a - b));
});

test('the same seed disturbs the same marks', () => {
  const disturbed = (seed: number): unknown => disturbMarks(DOC, { deleted: 0.1, added: 0.05 }, randomFrom(seed)).layers.changes;
  expect(disturbed(3)).toEqual(disturbed(3));
  expect(disturbed(3)).not.toEqual(disturbed(4));
});

test('all marks go', () => expect(withoutMarks(DOC).layers.changes).toEqual([]));
