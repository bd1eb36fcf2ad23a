import type { NodeOf } from '../schemas/graph.js';
import type { Mention } from '../schemas/mention.js';
import { slice } from '../schemas/span.js';
import { entityIdOf, rounded, type Frame, type GraphNode } from './frame.js';
import { entityId } from './ids.js';
import { placeOf } from './locate.js';

/** One node for each thing that is mentioned, and for each person that a speaker is identified as. */
export function entityNodes(frame: Frame): GraphNode<NodeOf<'Entity'>>[] {
  const { doc } = frame;
  const groups = new Map<string, Mention[]>();
  for (const mention of doc.layers.mentions) {
    const id = entityIdOf(mention, frame);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [mention]);
    else group.push(mention);
  }
  const nodes = [...groups].map(([id, mentions]) => entityNode(id, mentions, frame));
  const speakers = doc.layers.speakers.flatMap(({ name }) => (name === null ? [] : [personNode(name)]));
  return [...nodes, ...speakers.filter(({ id }, index) => !groups.has(id) && speakers.findIndex((other) => other.id === id) === index)];
}

function entityNode(id: string, mentions: readonly Mention[], { doc }: Frame): GraphNode<NodeOf<'Entity'>> {
  const { name = '', entityType = 'concept' } = mentions[0] ?? {};
  const forms = mentions.map((mention) => slice(doc.text, mention));
  return {
    id,
    label: name,
    metadata: {
      type: 'Entity',
      name,
      entityType,
      aliases: [...new Set(forms)].filter((form) => form !== name).sort(),
      sameAs: [],
      mentions: mentions.map((mention, index) => {
        const { line, startMs } = placeOf(mention, doc.layers.segments);
        return {
          text: forms[index] ?? '',
          start: mention.start,
          end: mention.end,
          line,
          startMs,
          method: mention.method,
          confidence: rounded(mention.confidence),
        };
      }),
    },
  };
}

function personNode(name: string): GraphNode<NodeOf<'Entity'>> {
  const metadata = { type: 'Entity', name, entityType: 'person', aliases: [], sameAs: [], mentions: [] } as const;
  return { id: entityId('person', name, null), label: name, metadata: { ...metadata, aliases: [], sameAs: [], mentions: [] } };
}
