import type { EntityType } from '../../schemas/mention.js';
import type { Naming } from './candidate.js';
import { wordsOf, type TagContext } from './context.js';

/** Kinds of listed names that go on: people and concepts stay apart from what is beside them. */
const GOES_ON = new Set<EntityType>(['technology', 'organization', 'work', 'place']);

/**
 * Makes one name of a listed one and the capitalised words that go on from it or lead up to it: "Kafka" + "Camp".
 * Returns all names, in order.
 */
export function joinNames(listed: readonly Naming[], unlisted: readonly Naming[], context: TagContext): Naming[] {
  const own = new Set(unlisted);
  const joined: Naming[] = [];
  for (const naming of [...listed, ...unlisted].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    // Two listed names side by side are two: "NVIDIA GPUs".
    const apart = before?.to !== naming.from || (!own.has(before) && !own.has(naming));
    if (apart || !GOES_ON.has(before.entityType) || !GOES_ON.has(naming.entityType) || !hasOneSpace(before, naming, context)) {
      joined.push(naming);
      continue;
    }
    const whole = join(before, naming, context);
    own.add(whole);
    joined[joined.length - 1] = whole;
  }
  return joined;
}

function hasOneSpace({ to }: Naming, { from }: Naming, { doc, tokens }: TagContext): boolean {
  return doc.text.slice(tokens[to - 1]?.end, tokens[from]?.start) === ' ';
}

function join(before: Naming, naming: Naming, context: TagContext): Naming {
  const ending = context.lexicon.endings.get(context.tokens[naming.to - 1]?.lower ?? '');
  return {
    from: before.from,
    to: naming.to,
    name: wordsOf(context, before.from, naming.to),
    entityType: ending ?? (before.entityType === 'place' ? naming.entityType : before.entityType),
    partial: false,
    method: 'joined',
    confidence: 0.65,
  };
}
