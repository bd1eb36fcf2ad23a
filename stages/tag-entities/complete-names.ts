import type { Token } from '../../schemas/document.js';
import type { Naming } from './candidate.js';
import { fold } from './fold.js';

/**
 * Gives a bare first or last name the full name that the episode has for it.
 *
 * Where two people share it, one whom the source names as a voice wins, or the only one who is mentioned more than once; else
 * the bare name stays the episode's own (`partial`): a wrong name is worse than none.
 */
export function completeNames(names: readonly Naming[], speakers: readonly string[], tokens: readonly Token[]): Naming[] {
  const voices = byPart(speakers);
  const full = names.filter(({ entityType, partial }) => entityType === 'person' && !partial).map(({ name }) => name);
  const mentioned = byPart(full);
  const times = countOf(full);
  return names.map((naming) => {
    if (naming.entityType !== 'person' || !naming.partial) return naming;
    const key = fold(tokens[naming.from]?.lower ?? '');
    const name = voices.has(key) ? only(voices.get(key)) : meant(mentioned.get(key), times);
    return name === undefined ? naming : { ...naming, name, partial: false, method: `${naming.method}+full-name` };
  });
}

/** Full names by their folded first and last word. */
function byPart(names: readonly string[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const name of names) {
    const parts = name.split(' ');
    if (parts.length < 2) continue;
    for (const part of new Set([parts[0], parts.at(-1)])) {
      const key = fold(part ?? '');
      index.set(key, (index.get(key) ?? new Set()).add(name));
    }
  }
  return index;
}

function countOf(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** The only one, or the only one that is mentioned more than once. */
function meant(names: ReadonlySet<string> | undefined, times: ReadonlyMap<string, number>): string | undefined {
  return only(names) ?? only(new Set([...(names ?? [])].filter((name) => (times.get(name) ?? 0) > 1)));
}

function only(names: ReadonlySet<string> | undefined): string | undefined {
  return names?.size === 1 ? [...names][0] : undefined;
}
