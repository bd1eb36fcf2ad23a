import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import { fold, singularsOf } from '../../../stages/tag-entities/fold.js';
import { parseGazetteer } from '../../../stages/tag-entities/gazetteer.js';
import { contentOf, entitiesIn, jsonOf, LEXICON, mentionsIn } from './entities-in.js';

interface Entry {
  readonly id: string;
  readonly type?: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const entriesOf = (file: string): readonly Entry[] => (jsonOf(file) as { readonly entries: readonly Entry[] }).entries;
const rows = (file: string, side: 'yes' | 'no') =>
  entriesOf(file).flatMap((entry) => entry[side].map((sentence) => ({ ...entry, sentence })));

/** The flower stands for a name that no list knows. */
const typesOf = (sentence: string) =>
  mentionsIn(sentence).flatMap(({ name, entityType }) => (name.includes('Marigold') ? [entityType] : []));

describe.each(['cues.json', 'name-endings.json'])('%s', (file) => {
  test.each(rows(file, 'yes'))('$id: $sentence', ({ sentence, type }) => expect(typesOf(sentence)).toEqual([type]));
  test.each(rows(file, 'no'))('not $id: $sentence', ({ sentence, type }) => expect(typesOf(sentence)).not.toContain(type));
});

describe('not-names.json', () => {
  test.each(rows('not-names.json', 'yes'))('$id: $sentence', ({ sentence }) => expect(entitiesIn(sentence)).toEqual([]));
  test.each(rows('not-names.json', 'no'))('not $id: $sentence', ({ sentence }) => expect(entitiesIn(sentence)).not.toEqual([]));
});

test.each(['cues.json', 'name-endings.json', 'not-names.json'])('every id of %s is there once', (file) => {
  const ids = entriesOf(file).map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

describe('gazetteer.tsv', () => {
  test.each([
    ['two names with one form', 'Zorbit\ttechnology\t\tlist\nzor-bit\twork\t\tlist', 'form of both'],
    ['an unknown type', 'Zorbit\tgadget\t\tlist', 'line 1'],
    ['a short row', '# comment\nZorbit\ttechnology', 'line 2'],
  ])('refuses %s', (_, content, message) => expect(() => parseGazetteer(content)).toThrow(message));

  test('a form says what it needs', () => {
    const { senses, firstNames } = parseGazetteer('Zorbit\ttechnology\tZorbit^|zo~\tlist\nOtto\tfirst-name\t\tlist');
    expect(senses.get('zorbit')).toMatchObject({ needs: 'case', listed: { name: 'Zorbit', type: 'technology', source: 'list' } });
    expect(senses.get('zo')).toMatchObject({ needs: 'context' });
    expect(firstNames.get('otto')).toBe('nothing');
  });

  test('it holds the names of every hand-written list: build it anew after a change', () => {
    const folder = join(PROJECT_ROOT, 'stages/tag-entities/lexicon/lists');
    for (const file of readdirSync(folder)) {
      const { type, names } = jsonOf(join('lists', file)) as { readonly type: string; readonly names: readonly string[] };
      const known = type === 'first-name' ? LEXICON.gazetteer.firstNames : LEXICON.gazetteer.senses;
      expect(names.flatMap((forms) => forms.split('|')).filter((form) => !known.has(fold(form)))).toEqual([]);
    }
  });

  test('it stays small', () => expect(contentOf('gazetteer.tsv').length).toBeLessThan(1_000_000));
});

test.each([
  ['Fast.AI', 'fastai'],
  ['C++', 'c++'],
  ['.NET', 'dotnet'],
  ['Gödel, Escher, Bach', 'godelescherbach'],
  ['AT&T', 'att'],
])('%s folds to %s', (name, key) => expect(fold(name)).toBe(key));

test.each([
  ['gpus', ['gpu']],
  ['policies', ['policie', 'policy']],
  ['caches', ['cache', 'cach']],
  ['class', []],
])('%s may be the plural of %j', (key, forms) => expect(singularsOf(key)).toEqual(forms));
