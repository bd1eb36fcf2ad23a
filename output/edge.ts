/** An edge as every graph here writes it: its id is `<relation>|<source>|<target>`, so an edge stands once. */
export interface Edge<Relation extends string> {
  readonly relation: Relation;
  readonly source: string;
  readonly target: string;
  readonly metadata?: Record<string, unknown>;
}

/** The edge with its id, keys in the order in which they are written. */
export function edgeRecord<Relation extends string>({
  relation,
  source,
  target,
  metadata,
}: Edge<Relation>): {
  id: string;
  source: string;
  target: string;
  relation: Relation;
  directed: boolean;
  metadata?: Record<string, unknown>;
} {
  const id = `${relation}|${source}|${target}`;
  return metadata === undefined
    ? { id, source, target, relation, directed: true }
    : { id, source, target, relation, directed: true, metadata };
}
