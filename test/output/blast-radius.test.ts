import { describe, expect, test } from '@jest/globals';
import { extract } from '../../pipeline/extract.js';
import { explainClaim } from '../../pipeline/explain.js';
import { toJsonLines } from '../../output/stable-json.js';
import type { NodeOf } from '../../schemas/graph.js';

const TALK = [
  'so what is the worst mistake that people make in the first summer',
  'they look too often and every time you lift the lid the colony needs a day to recover',
  'right and most of the books are wrong about that',
  'most of the books are a waste of money i think two hives on a roof teach you more than all of them',
  'do you really believe that',
  'yes i think the best teacher is the noise at the entrance and nobody should keep more than five hives',
].join(' ');

const { graph: episode, ledger } = extract(TALK);
const { nodes, metadata } = episode.graph;
const ofType = <Type extends 'Claim' | 'Turn' | 'Speaker'>(type: Type) =>
  Object.entries(nodes).flatMap(([id, node]) => (node.metadata.type === type ? [{ id, ...(node.metadata as NodeOf<Type>) }] : []));
const claims = ofType('Claim').sort((a, b) => a.start - b.start);
const boundaries = ledger.flatMap((row) => ('at' in row ? [row] : []));

describe('who is said to have said what, if a decision is wrong', () => {
  test('there is something to decide', () => expect([claims.length > 2, boundaries.length > 0]).toEqual([true, true]));

  test('on an uncertain change of voice hang the claims from there to the end of the turn', () => {
    for (const { at, claims: atStake } of boundaries) {
      const turn = ofType('Turn').find(({ start, end }) => start <= at && at < end);
      expect(atStake).toEqual(claims.filter(({ start, end }) => end > at && start < (turn?.end ?? 0)).map(({ id }) => id));
    }
    expect(metadata.ledger.changeHands.boundaries).toBe(new Set(boundaries.flatMap((row) => row.claims)).size);
  });

  test('on a speaker hang all of its claims', () => {
    for (const { id } of ofType('Speaker'))
      expect(metadata.ledger.changeHands.speakers[id]).toBe(claims.filter(({ speaker }) => speaker === id).length);
  });

  test('explain says both', () => {
    const [row] = boundaries.filter((boundary) => boundary.claims.length > 0);
    const id = row?.claims[0] ?? '';
    const { text, data } = explainClaim({ episode, id }, { ledger: toJsonLines(ledger) });
    expect(text).toMatch(/at stake {5}if this voice is somebody else's, (?:1 claim changes|\d+ claims change) hands/u);
    expect(text).toMatch(/if that is wrong, (?:1 claim changes|\d+ claims change) hands: claim:/u);
    expect(data.changeHands).toBe(metadata.ledger.changeHands.speakers[claims.find((claim) => claim.id === id)?.speaker ?? '']);
  });
});

describe('--min-attribution', () => {
  const strict = extract(TALK, { minAttribution: 0.99 }).graph.graph;
  const turns = Object.values(strict.nodes).flatMap((node) => (node.metadata.type === 'Turn' ? [node.metadata] : []));
  const open = turns.filter(({ speaker }) => speaker === null);

  test('leaves turns and their claims open, and keeps who was considered', () => {
    expect(open.length).toBeGreaterThan(0);
    for (const turn of turns) {
      expect(turn.speaker === null).toBe(turn.confidence < 0.99);
      expect(turn.candidates.length).toBeGreaterThan(0);
    }
    for (const { metadata: claim } of Object.values(strict.nodes)) {
      if (claim.type !== 'Claim') continue;
      expect(claim.speaker === null).toBe(claim.attributionConfidence < 0.99);
      if (claim.speaker === null && claim.stance !== 'reports') expect(claim.holder).toEqual({ name: 'unattributed' });
    }
  });

  test('counts the words that are nobody’s, and no edge gives them to anybody', () => {
    const words = open.reduce((sum, { text }) => sum + text.split(' ').length, 0);
    expect(strict.metadata.ledger.unattributedWords).toBe(words);
    const given = new Set(strict.edges.filter(({ relation }) => relation === 'spoke' || relation === 'said').map(({ target }) => target));
    for (const [id, { metadata: node }] of Object.entries(strict.nodes))
      if ((node.type === 'Turn' || node.type === 'Claim') && node.speaker === null) expect(given.has(id)).toBe(false);
  });

  test('at 0 everything is somebody’s', () => expect(metadata.ledger.unattributedWords).toBe(0));
});
