import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { extract } from '../pipeline/extract.js';
import { PROJECT_ROOT } from '../pipeline/project.js';
import { toStableJson } from '../output/stable-json.js';
import type { EpisodeGraph, EpisodeNode, NodeOf } from '../schemas/graph.js';

// Short transcripts of our own, what becomes of them, and the same as a person reads it. Renewed by UPDATE_GOLDEN=1 npm test; reviewed as a diff.
const FOLDER = join(PROJECT_ROOT, 'test/golden');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt') && !name.endsWith('.view.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

test.each(names)('%s', (name) => {
  const { graph } = extract(readFileSync(join(FOLDER, `${name}.txt`)), { path: `${name}.txt` });
  expectGolden(`${name}.graph.json`, toStableJson(withoutHashes(graph)));
  expectGolden(`${name}.view.txt`, viewOf(graph));
});

function expectGolden(file: string, content: string): void {
  const path = join(FOLDER, file);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, content);
  expect(content).toBe(readFileSync(path, 'utf8'));
}

/** The graph without what changes with every lexicon and version, so that a diff shows changed results only. */
function withoutHashes({ graph }: EpisodeGraph): unknown {
  const { pipeline: _, ...metadata } = graph.metadata;
  return { graph: { ...graph, metadata } };
}

function viewOf({ graph }: EpisodeGraph): string {
  const nodes = Object.values(graph.nodes).map(({ metadata }) => metadata);
  const of = <Type extends EpisodeNode['type']>(type: Type) => nodes.filter((node): node is NodeOf<Type> => node.type === type);
  const nameOf = (id: string | null) => (id === null ? '?' : (graph.nodes[id]?.label ?? '?'));
  const turns = of('Turn').sort((a, b) => a.index - b.index);
  const claims = of('Claim').sort((a, b) => a.start - b.start);
  const mentions = of('Entity').flatMap((entity) => entity.mentions.map((mention) => ({ ...mention, entity })));
  const lines = turns.flatMap((turn) => {
    const inTurn = <Item extends { start: number }>(items: readonly Item[]) =>
      items.filter(({ start }) => turn.start <= start && start < turn.end).sort((a, b) => a.start - b.start);
    return [
      `${nameOf(turn.speaker)} (${turn.boundary}, ${turn.confidence.toFixed(2)}): ${turn.text}`,
      ...inTurn(mentions).map(({ text, entity }) => `    [${entity.entityType}] ${text}${text === entity.name ? '' : ` = ${entity.name}`}`),
      ...inTurn(claims).map(
        (claim) =>
          `    <${[claim.kind, claim.claimType, claim.polarity, claim.stance].filter((part) => part !== null).join(', ')}> "${claim.quote}" about ${claim.target.text}, held by ${claim.holder.name}, ${claim.confidence.toFixed(2)}`,
      ),
      '',
    ];
  });
  return `${lines.join('\n')}\n`;
}
