import type { GraphEdge, NodeOf } from '../schemas/graph.js';
import { lastStartingBy } from '../schemas/span.js';
import { byId } from './by-id.js';
import { edgeRecord } from './edge.js';
import { entityIdOf, rounded, speakerOfTurn, type Frame, type GraphNode } from './frame.js';
import { entityId, episodeNodeId, sectionId, speakerId, topicId, turnId } from './ids.js';

/** Every edge of an episode, each once, in the order of ids; the claims come in that order. */
export function episodeEdges(frame: Frame, claims: readonly GraphNode<NodeOf<'Claim'>>[]): GraphEdge[] {
  const edges: GraphEdge[] = [];
  addTurnEdges(frame, edges);
  addMentionEdges(frame, edges);
  addSpeakerEdges(frame, edges);
  addSectionEdges(frame, edges);
  for (const claim of claims) addClaimEdges(claim, edges);
  const sorted = inOrder(edges);
  return sorted.filter(({ id }, index) => id !== sorted[index - 1]?.id);
}

/** Edges in the order of their ids, which are `relation|source|target`: those of one relation mostly come in order, so each is sorted by itself. */
function inOrder(edges: readonly GraphEdge[]): GraphEdge[] {
  const byRelation = new Map<GraphEdge['relation'], GraphEdge[]>();
  for (const edge of edges) {
    const same = byRelation.get(edge.relation);
    if (same === undefined) byRelation.set(edge.relation, [edge]);
    else same.push(edge);
  }
  return [...byRelation.keys()].sort().flatMap((relation) => byRelation.get(relation)?.sort(byId) ?? []);
}

function addTurnEdges(frame: Frame, edges: GraphEdge[]): void {
  const { doc } = frame;
  const { turns } = doc.layers;
  const episode = episodeNodeId(doc.id);
  for (const [index, turn] of turns.entries()) {
    const id = turnId(doc.id, index);
    const speaker = speakerOfTurn(frame, index);
    const before = turns[index - 1];
    if (speaker !== null) edges.push(edgeRecord({ relation: 'spoke', source: speaker, target: id }));
    edges.push(edgeRecord({ relation: 'partOf', source: id, target: episode }));
    const answers = before !== undefined && before.voice !== turn.voice && doc.text[before.end - 1] === '?';
    if (answers) edges.push(edgeRecord({ relation: 'answers', source: id, target: turnId(doc.id, index - 1) }));
  }
}

function addMentionEdges(frame: Frame, edges: GraphEdge[]): void {
  const { doc } = frame;
  for (const mention of doc.layers.mentions) {
    const turn = Math.max(0, lastStartingBy(doc.layers.turns, mention.start));
    edges.push(edgeRecord({ relation: 'mentions', source: turnId(doc.id, turn), target: entityIdOf(mention, frame) }));
  }
}

function addSpeakerEdges({ doc }: Frame, edges: GraphEdge[]): void {
  for (const { name, voice, confidence } of doc.layers.speakers) {
    if (name === null) continue;
    const [source, target] = [speakerId(doc.id, voice), entityId('person', name, null)];
    edges.push(edgeRecord({ relation: 'identifiedAs', source, target, metadata: { confidence: rounded(confidence) } }));
  }
}

function addSectionEdges({ doc }: Frame, edges: GraphEdge[]): void {
  for (const [index, { topics }] of doc.layers.sections.entries()) {
    const source = sectionId(doc.id, index);
    edges.push(edgeRecord({ relation: 'partOf', source, target: episodeNodeId(doc.id) }));
    for (const topic of topics) edges.push(edgeRecord({ relation: 'covers', source, target: topicId(topic) }));
  }
}

function addClaimEdges({ id, metadata }: GraphNode<NodeOf<'Claim'>>, edges: GraphEdge[]): void {
  const { speaker, holder, target, turn, stance } = metadata;
  if (speaker !== null) edges.push(edgeRecord({ relation: 'said', source: speaker, target: id, metadata: { stance } }));
  if (holder.id !== undefined) edges.push(edgeRecord({ relation: 'heldBy', source: id, target: holder.id }));
  if (target.id !== undefined) edges.push(edgeRecord({ relation: 'about', source: id, target: target.id }));
  edges.push(edgeRecord({ relation: 'evidencedBy', source: id, target: turn }));
}
