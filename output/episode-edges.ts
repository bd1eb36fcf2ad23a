import type { GraphEdge, NodeOf } from '../schemas/graph.js';
import { lastStartingBy } from '../schemas/span.js';
import { edgeRecord } from './edge.js';
import { entityIdOf, rounded, speakerOfTurn, type Frame, type GraphNode } from './frame.js';
import { entityId, episodeNodeId, sectionId, speakerId, topicId, turnId } from './ids.js';

/** Every edge of an episode, each once. */
export function episodeEdges(frame: Frame, claims: readonly GraphNode<NodeOf<'Claim'>>[]): GraphEdge[] {
  const edges = [
    ...turnEdges(frame),
    ...mentionEdges(frame),
    ...speakerEdges(frame),
    ...sectionEdges(frame),
    ...claims.flatMap(claimEdges),
  ];
  return [...new Map(edges.map((edge) => [edge.id, edge])).values()];
}

function turnEdges(frame: Frame): GraphEdge[] {
  const { doc } = frame;
  return doc.layers.turns.flatMap((turn, index) => {
    const id = turnId(doc.id, index);
    const speaker = speakerOfTurn(frame, index);
    const before = doc.layers.turns[index - 1];
    const answers = before !== undefined && before.voice !== turn.voice && doc.text[before.end - 1] === '?';
    return [
      ...(speaker === null ? [] : [edgeRecord({ relation: 'spoke', source: speaker, target: id })]),
      edgeRecord({ relation: 'partOf', source: id, target: episodeNodeId(doc.id) }),
      ...(answers ? [edgeRecord({ relation: 'answers', source: id, target: turnId(doc.id, index - 1) })] : []),
    ];
  });
}

function mentionEdges(frame: Frame): GraphEdge[] {
  const { doc } = frame;
  return doc.layers.mentions.map((mention) =>
    edgeRecord({
      relation: 'mentions',
      source: turnId(doc.id, Math.max(0, lastStartingBy(doc.layers.turns, mention.start))),
      target: entityIdOf(mention, frame),
    }),
  );
}

function speakerEdges({ doc }: Frame): GraphEdge[] {
  return doc.layers.speakers.flatMap(({ name, voice, confidence }) =>
    name === null
      ? []
      : [
          edgeRecord({
            relation: 'identifiedAs',
            source: speakerId(doc.id, voice),
            target: entityId('person', name, null),
            metadata: { confidence: rounded(confidence) },
          }),
        ],
  );
}

function sectionEdges({ doc }: Frame): GraphEdge[] {
  return doc.layers.sections.flatMap(({ topics }, index) => [
    edgeRecord({ relation: 'partOf', source: sectionId(doc.id, index), target: episodeNodeId(doc.id) }),
    ...topics.map((topic) => edgeRecord({ relation: 'covers', source: sectionId(doc.id, index), target: topicId(topic) })),
  ]);
}

function claimEdges({ id, metadata }: GraphNode<NodeOf<'Claim'>>): GraphEdge[] {
  const { speaker, holder, target, turn, stance } = metadata;
  return [
    ...(speaker === null ? [] : [edgeRecord({ relation: 'said', source: speaker, target: id, metadata: { stance } })]),
    ...(holder.id === undefined ? [] : [edgeRecord({ relation: 'heldBy', source: id, target: holder.id })]),
    ...(target.id === undefined ? [] : [edgeRecord({ relation: 'about', source: id, target: target.id })]),
    edgeRecord({ relation: 'evidencedBy', source: id, target: turn }),
  ];
}
