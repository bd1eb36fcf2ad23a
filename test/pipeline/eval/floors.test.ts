import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFloors, floorText, parseFloors, type Floors } from '../../../pipeline/eval/floors.js';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import { reportOn } from './tiny.js';

describe('floors', () => {
  test.each<[string, Floors]>([
    ['none', {}],
    ['held by a document', { tiny: { 'claims.f1': 1, 'entities.misheard.precision': 0.9 } }],
    ['held by the total', { total: { 'turns.wordAccuracy': 0.97 } }],
    ['a ceiling', { total: { 'claims.falseReports': 0 } }],
  ])('%s', (_, floors) => expect(checkFloors(reportOn({}), floors)).toEqual([]));

  test.each<[string, Floors, string]>([
    ['under it', { tiny: { 'claims.f1': 0.5 } }, 'tiny: claims.f1 is 0.000, under its floor 0.500'],
    ['a document that is not there', { other: { 'claims.f1': 0 } }, 'other: claims.f1 is not there, under its floor 0.000'],
    ['a figure that is not there', { tiny: { 'claims.precision': 0.1 } }, 'tiny: claims.precision is not there, under its floor 0.100'],
    ['a figure that nobody knows', { tiny: { 'claims.beauty': 0.1 } }, 'tiny: claims.beauty is not there, under its floor 0.100'],
  ])('%s', (_, floors, text) => expect(checkFloors(reportOn({ claims: [] }), floors).map(floorText)).toEqual([text]));

  test('over a ceiling', () => {
    const claims = reportOn({}).total.claims;
    const report = { ...reportOn({}), total: { ...reportOn({}).total, claims: { ...claims, falseReports: 0.2 } } };
    expect(checkFloors(report, { total: { 'claims.falseReports': 0.1 } }).map(floorText)).toEqual([
      'total: claims.falseReports is 0.200, over its ceiling 0.100',
    ]);
  });

  test('the project’s own floors can be read', () => {
    const floors = parseFloors(readFileSync(join(PROJECT_ROOT, 'pipeline', 'eval', 'floors.json'), 'utf8'));
    expect(Object.keys(floors)).toEqual(['gold', 'gold/more']);
  });

  test.each(['[]', '{"gold": {"tiny": {"claims.f1": 2}}}', '{"gold": {"tiny": 1}}'])('not floors: %s', (json) =>
    expect(() => parseFloors(json)).toThrow(),
  );
});
