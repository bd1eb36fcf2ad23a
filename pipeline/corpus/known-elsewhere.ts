import { excerptFacts, type CorpusGraph } from '../../schemas/corpus.js';
import { overlaps, sharedLength, type Span } from '../../schemas/span.js';
import { episodeNodeId } from '../../output/ids.js';

/** What the corpus knows of an episode whose words stand in a longer recording too. */
export interface KnownElsewhere {
  readonly episode: string;
  /** The longer recording: its id and its title, or the name of its files. */
  readonly of: { readonly id: string; readonly title: string };
  /** Share of this episode's words that stand there. */
  readonly share: number;
  /** Voices of this episode that take a name from there; `label` is what its own file calls the voice. */
  readonly names: readonly { readonly speaker: string; readonly label: string; readonly name: string; readonly confidence: number }[];
  /** Who says each stretch of this episode, as the longer recording has it. */
  readonly spoken: readonly (Span & { readonly speaker: string; readonly name: string })[];
}

/**
 * What is known of an episode from a longer recording of the same words; undefined where the corpus has none.
 *
 * @param episodeId first 16 digits of the source's hash
 */
export function knownElsewhere({ graph }: CorpusGraph, episodeId: string): KnownElsewhere | undefined {
  const episode = episodeNodeId(episodeId);
  const edge = graph.edges.find(({ relation, source }) => relation === 'excerptOf' && source === episode);
  const facts = excerptFacts.safeParse(edge?.metadata);
  if (edge === undefined || !facts.success) return undefined;
  const { share, spoken } = facts.data;
  const nameOf = (speaker: string): string | undefined => {
    const node = graph.nodes[speaker]?.metadata;
    return node?.type === 'Speaker' ? node.name : undefined;
  };
  return {
    episode,
    of: { id: edge.target, title: titleOf(graph.nodes[edge.target]?.metadata, edge.target) },
    share,
    names: lentNames(graph, episodeId),
    spoken: spoken.flatMap((stretch) => {
      const name = nameOf(stretch.speaker);
      return name === undefined ? [] : [{ ...stretch, name }];
    }),
  };
}

/** The one who says a span in the longer recording; undefined where it is nobody's there, or more than one voice's. */
export function speakerElsewhere({ spoken }: KnownElsewhere, span: Span): string | undefined {
  const touching = spoken.filter((stretch) => overlaps(stretch, span));
  const [name] = touching.map((stretch) => stretch.name);
  const covered = touching.reduce((sum, stretch) => sum + sharedLength(stretch, span), 0);
  const isWhole = 2 * covered > span.end - span.start;
  return isWhole && touching.every((stretch) => stretch.name === name) ? name : undefined;
}

function lentNames({ nodes, edges }: CorpusGraph['graph'], episodeId: string): KnownElsewhere['names'] {
  return edges.flatMap(({ relation, source, metadata }) => {
    const node = nodes[source]?.metadata;
    if (relation !== 'identifiedAs' || metadata?.evidence === undefined || node?.type !== 'Speaker') return [];
    if (!source.startsWith(`speaker:${episodeId}/`)) return [];
    const { name, confidence } = node;
    return [{ speaker: source, label: `SPEAKER_${source.slice(source.lastIndexOf('/') + 1)}`, name, confidence }];
  });
}

function titleOf(node: CorpusGraph['graph']['nodes'][string]['metadata'] | undefined, id: string): string {
  return node?.type === 'Episode' ? (node.title ?? node.slug) : id;
}
