import type { NodeOf } from '../schemas/graph.js';
import { rounded, type Frame, type GraphNode } from './frame.js';
import { entityId, sectionId, topicId } from './ids.js';
import { placeOf } from './locate.js';

/** One node for each topic of the episode. */
export function topicNodes({ doc }: Frame): GraphNode<NodeOf<'Topic'>>[] {
  return doc.layers.topics.map(({ label, keywords, weight, entity }) => ({
    id: topicId(label),
    label,
    metadata: {
      type: 'Topic',
      label,
      keywords: [...keywords],
      weight: rounded(weight),
      ...(entity === undefined ? {} : { entity: entityId(entity.entityType, entity.name, null) }),
    },
  }));
}

/** One node for each section; its topics are those that the episode has nodes for. */
export function sectionNodes({ doc }: Frame): GraphNode<NodeOf<'Section'>>[] {
  return doc.layers.sections.map((section, index) => {
    const { line, startMs, endMs } = placeOf(section, doc.layers.segments);
    return {
      id: sectionId(doc.id, index),
      label: section.title,
      metadata: {
        type: 'Section',
        title: section.title,
        kind: section.kind,
        start: section.start,
        end: section.end,
        line,
        ...(startMs === undefined || endMs === undefined ? {} : { startMs, endMs }),
        topics: section.topics.map(topicId),
      },
    };
  });
}
