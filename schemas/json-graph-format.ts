const METADATA = { type: 'object' } as const;
const TEXT = { type: 'string' } as const;

/**
 * The shape of one document in JSON Graph Format v2, as JSON Schema (draft 7): a single graph, nodes by id, edges as a list, extra
 * fields only inside `metadata`. Written from the specification at jsongraphformat.info.
 */
export const JSON_GRAPH_FORMAT = {
  type: 'object',
  required: ['graph'],
  additionalProperties: false,
  properties: {
    graph: {
      type: 'object',
      required: ['nodes', 'edges'],
      additionalProperties: false,
      properties: {
        id: TEXT,
        label: TEXT,
        type: TEXT,
        directed: { type: 'boolean' },
        metadata: METADATA,
        nodes: {
          type: 'object',
          additionalProperties: { type: 'object', additionalProperties: false, properties: { label: TEXT, metadata: METADATA } },
        },
        edges: {
          type: 'array',
          items: {
            type: 'object',
            required: ['source', 'target'],
            additionalProperties: false,
            properties: {
              id: TEXT,
              source: TEXT,
              target: TEXT,
              relation: TEXT,
              directed: { type: 'boolean' },
              label: TEXT,
              metadata: METADATA,
            },
          },
        },
      },
    },
  },
} as const;
