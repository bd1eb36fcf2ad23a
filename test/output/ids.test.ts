import { expect, test } from '@jest/globals';
import { claimId, entityId, episodeIdOf, fileSlugOf, nameSlug, sha256 } from '../../output/ids.js';

test.each([
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['.NET', 'dot-net'],
  ['Node.js', 'node-js'],
  ['GPT-4', 'gpt-4'],
  ['  Ann   Lee ', 'ann-lee'],
  ['Zoë Łuk', 'zoë-łuk'],
])('the slug of %s is %s', (name, slug) => expect(nameSlug(name)).toBe(slug));

test('a name without a letter still has a slug, and two have two', () => {
  expect(nameSlug('!!!')).toMatch(/^x-[0-9a-f]{8}$/);
  expect(nameSlug('!!!')).not.toBe(nameSlug('???'));
});

test('a thing known by part of its name belongs to its episode', () => {
  expect(entityId('person', 'Ann', '0123456789abcdef')).toBe('entity:person/0123456789abcdef~ann');
  expect(entityId('person', 'Ann Lee', null)).toBe('entity:person/ann-lee');
});

test('a claim id is the hash of its episode, text and place', () => {
  const episode = episodeIdOf(sha256('source'));
  expect(claimId(episode, 'abc', { start: 3, end: 9 })).toBe(`claim:${sha256(`${episode}:abc:3:9`).slice(0, 16)}`);
});

test('a file slug has no character that a file system refuses', () =>
  expect(fileSlugOf('a b/c:d', 'f'.repeat(16))).toBe('a_b_c_d-ffffffff'));
