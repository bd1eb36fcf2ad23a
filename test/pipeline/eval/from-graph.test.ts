import { describe, expect, test } from '@jest/globals';
import { episodeGraph, type EpisodeGraph, type NodeOf } from '../../../schemas/graph.js';
import { fromGraph } from '../../../pipeline/eval/from-graph.js';
import { GUEST, PERFECT, TEXT } from './tiny.js';
import { tinyGraph } from './tiny-graph.js';

/** The tiny graph with one claim read in another way. */
function withClaim(change: Partial<NodeOf<'Claim'>>): EpisodeGraph {
  const { graph } = tinyGraph();
  const claim = graph.nodes['claim:0'];
  if (claim?.metadata.type !== 'Claim') throw new Error('no claim');
  return { graph: { ...graph, nodes: { ...graph.nodes, 'claim:0': { ...claim, metadata: { ...claim.metadata, ...change } } } } };
}

describe('what an episode graph predicts', () => {
  test('the hand-made graph is a valid one', () => expect(() => episodeGraph.parse(tinyGraph())).not.toThrow());

  test('is all of it, in the order of the text', () => {
    const [first, ...others] = PERFECT.claims;
    const claims = first === undefined ? others : [{ ...first, target: { text: 'it', name: 'Kestrel' } }, ...others];
    expect(fromGraph(tinyGraph())).toEqual({ ...PERFECT, claims });
  });

  test('the canonical text is the text of its turns', () => expect(fromGraph(tinyGraph()).text).toBe(TEXT));

  test.each([
    ['shows/a.b.txt', 'a.b'],
    ['003_x.vtt', '003_x'],
    ['plain', 'plain'],
    ['.hidden', '.hidden'],
  ])('%s is known as %s', (path, name) => expect(fromGraph(tinyGraph(path)).name).toBe(name));

  test('SPEAKER_1 is no name', () => {
    const { graph } = tinyGraph();
    const [id = ''] = PERFECT.voices.keys();
    const speaker = graph.nodes[id];
    if (speaker?.metadata.type !== 'Speaker') throw new Error('no speaker');
    const nodes = { ...graph.nodes, [id]: { ...speaker, metadata: { ...speaker.metadata, name: 'SPEAKER_1' } } };
    expect(fromGraph({ graph: { ...graph, nodes } }).voices.get(id)).toBeNull();
  });

  test.each<[string, Partial<NodeOf<'Claim'>>, boolean]>([
    ['the speaker, by id', { holder: { name: 'me', id: 'speaker:tiny/2' } }, true],
    ['the speaker, by name', { holder: { name: GUEST } }, true],
    ['somebody else', { holder: { name: 'my brother' } }, false],
    ['nobody known, plainly said', { speaker: null, holder: { name: 'unattributed' }, stance: 'asserts' }, true],
    ['nobody known, reported', { speaker: null, holder: { name: 'my brother' }, stance: 'reports' }, false],
  ])('whose claim it is: %s', (_, change, own) => expect(fromGraph(withClaim(change)).claims[0]?.holder.own).toBe(own));
});
