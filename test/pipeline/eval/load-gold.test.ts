import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Gold } from '../../../pipeline/eval/gold.js';
import { loadGold } from '../../../pipeline/eval/load-gold.js';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Loads gold from a folder with these files; `inside` is the part of it to load. */
async function goldOf(files: Readonly<Record<string, string>>, inside = ''): Promise<Gold> {
  const folder = mkdtempSync(join(tmpdir(), 'gold-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return loadGold(join(folder, inside));
}

const mention = '{"line":1,"mention":"a boat","canonical":"boat","type":"concept"}\n';
const claim =
  '{"line":2,"quote":"boats are slow","speaker":"Dana","kind":"fact","type":null,"target":"boats","polarity":"neutral","attributedTo":null}';

describe('a gold folder', () => {
  test('has one document for each name, and null for a layer without a file', async () => {
    const { documents } = await goldOf({
      'b.turns.tsv': '1\t\tDana\r\n\r\n2\tand so we\t-\n',
      'a.x.entities.jsonl': mention,
      'a.x.claims.jsonl': claim,
      'a.x.txt': 'x',
    });
    expect(documents).toEqual([
      { name: 'a.x', turns: null, entities: [JSON.parse(mention)], claims: [JSON.parse(claim)], windows: {} },
      {
        name: 'b',
        turns: [
          { line: 1, words: '', speaker: 'Dana' },
          { line: 2, words: 'and so we', speaker: '-' },
        ],
        entities: null,
        claims: null,
        windows: {},
      },
    ]);
  });

  test('takes one window or several', async () => {
    const windows = '{"a":{"turns":[1,9],"claims":[[1,4],[7,9]]},"other":{}}';
    const { documents } = await goldOf({ 'a.claims.jsonl': '', 'windows.json': windows });
    expect(documents[0]?.windows).toEqual({
      turns: [[1, 9]],
      claims: [
        [1, 4],
        [7, 9],
      ],
    });
  });

  test.each([
    ['its own names', { 'same-as.json': '[["own"]]', '../same-as.json': '' }, [['own']]],
    ['no names anywhere', {}, []],
  ])('%s', async (_, { '../same-as.json': _parent, ...files }: Record<string, string>, sameAs) => {
    expect((await goldOf({ 'a.claims.jsonl': claim, ...files })).sameAs).toEqual(sameAs);
  });

  test("its parent's names, where it has none", async () => {
    expect((await goldOf({ 'same-as.json': '[["a","b"]]', 'more/a.claims.jsonl': claim }, 'more')).sameAs).toEqual([['a', 'b']]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no annotations', { 'a.txt': 'hello' }, /not found: annotations in/u],
    ['a claim that is no JSON', { 'a.claims.jsonl': '{' }, /a\.claims\.jsonl: row 1: not JSON/u],
    [
      'a mention of a type that there is not',
      { 'a.entities.jsonl': mention + mention.replace('concept', 'boat') },
      /a\.entities\.jsonl: row 2: .*type/su,
    ],
    ['a turn without a speaker', { 'a.turns.tsv': '1\t\tDana\n2\tand so' }, /a\.turns\.tsv: row 2: expected/u],
    ['a line zero', { 'a.turns.tsv': '0\t\tDana' }, /row 1/u],
    ['windows of another shape', { 'a.claims.jsonl': claim, 'windows.json': '{"a":{"turns":1}}' }, /windows\.json: windows: /u],
  ])('%s is refused, naming the place', async (_, files, message) => {
    await expect(goldOf(files)).rejects.toThrow(message);
  });

  test('a folder that does not exist', async () => {
    await expect(loadGold('/no/such/folder')).rejects.toThrow('cannot read /no/such/folder');
  });
});
