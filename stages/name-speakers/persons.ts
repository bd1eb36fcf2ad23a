/** Tells which person a name means: the full name where just one fits, the name itself where none does, undefined where several do. */
export type ResolveName = (name: string) => string | undefined;

/**
 * Gathers the full names by which people are introduced or introduce themselves. A bare first or last name means the one of them that
 * has it: somebody who is only talked about lends nobody a surname. Spellings that somebody gave letter by letter win; "Phil" is the
 * Philip who was introduced.
 */
export function gatherPersons(
  introduced: readonly string[],
  spellings: ReadonlyMap<string, string>,
  nicknames: ReadonlyMap<string, readonly string[]>,
): ResolveName {
  const spelled = (name: string): string =>
    name
      .split(' ')
      .map((part) => spellings.get(part.toLowerCase()) ?? part)
      .join(' ');
  const full = new Map<string, string>();
  const byPart = new Map<string, Set<string>>();
  for (const name of introduced.map(spelled)) {
    const key = keyOf(name);
    if (key === undefined || full.has(key)) continue;
    full.set(key, name);
    for (const part of key.split(' ')) byPart.set(part, (byPart.get(part) ?? new Set<string>()).add(name));
  }
  /** Those whose first name is one that this may be short for. */
  const inFull = (part: string): Set<string> | undefined => {
    const people = (nicknames.get(part) ?? []).flatMap((long) => [...(byPart.get(long) ?? [])]);
    return people.length === 0 ? undefined : new Set(people);
  };
  return (raw) => {
    const name = spelled(raw);
    const key = keyOf(name);
    if (key !== undefined) return full.get(key) ?? name;
    const part = name.toLowerCase();
    const candidates = [...(byPart.get(part) ?? inFull(part) ?? [])];
    return candidates.length <= 1 ? (candidates[0] ?? name) : undefined;
  };
}

/** First and last part: "Mira B. Olsen" and "Mira Olsen" are one. Undefined for a single word. */
function keyOf(name: string): string | undefined {
  const parts = name.toLowerCase().split(' ');
  return parts.length < 2 ? undefined : `${parts[0] ?? ''} ${parts.at(-1) ?? ''}`;
}
