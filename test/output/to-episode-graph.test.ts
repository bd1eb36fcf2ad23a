import { expect, test } from '@jest/globals';
import { extract } from '../../pipeline/extract.js';
import type { NodeOf } from '../../schemas/graph.js';

const TIMED = [
  '[00:00:00.000 --> 00:00:02.000]   What do you make of it?',
  '[00:00:02.500 --> 00:00:06.000]   - Most of these tools are a waste of money.',
].join('\n');

function claimIn(content: string, facts: Parameters<typeof extract>[1]): NodeOf<'Claim'> | undefined {
  return Object.values(extract(content, facts).graph.graph.nodes)
    .map(({ metadata }) => metadata)
    .find((metadata) => metadata.type === 'Claim');
}

test('a claim opens the recording where it is said', () => {
  const claim = claimIn(TIMED, { facts: { mediaUrl: 'https://example.org/tools.mp3' } });
  expect(claim?.startMs).toBeGreaterThanOrEqual(2500);
  expect(claim?.url).toBe('https://example.org/tools.mp3#t=2');
});

test.each([
  ['a source without times', 'Ann: What is it?\nBo: Most of these tools are a waste of money.', { url: 'https://youtu.be/abcdefghijk' }],
  ['an episode without an address', TIMED, {}],
])('%s: no address in a claim', (_, content, facts) => {
  const claim = claimIn(content, { facts });
  expect(claim).toBeDefined();
  expect(claim?.url).toBeUndefined();
});

test('what a recogniser wrote again and again is counted in the ledger', () => {
  const time = (second: number) => `00:00:0${String(second)}.000`;
  const loop = Array.from({ length: 7 }, (_, at) => `[${time(at)} --> ${time(at + 1)}]   So that is the way it goes.`).join('\n');
  const { metadata } = extract(loop).graph.graph;
  expect(metadata.ledger.droppedSegments).toBe(6);
  expect(metadata.warnings.map(({ code }) => code)).toContain('read-transcript/repeated-segments');
});
