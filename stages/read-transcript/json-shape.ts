/** JSON of unknown shape, looked into without trusting it: own properties only, and nothing where the shape is another. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of own properties (a number steps into an array); undefined where the path leaves the shape. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}

/** The first of these properties that has a value. */
export function firstOf(value: unknown, names: readonly string[]): unknown {
  for (const name of names) {
    const found = at(value, name);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** The items of an array; none where the value is no array. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects among an array's items. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return listOf(value).filter(isJsonObject);
}

/** A string as it stands, a number in digits; undefined for anything else. */
export function stringOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

// What a recogniser calls a voice in a field named "speaker": 0, "1", "A"; not "Ada", "spk_0".
const BARE_NUMBER_OR_LETTER = /^(?:\d{1,3}|[A-Za-z])$/u;

/** A speaker label as the source has it; a bare number or letter is read with its field's name ("Speaker 0"). `?` and nothing are no label. */
export function labelOf(value: unknown): string | undefined {
  const label = stringOf(value)?.trim() ?? '';
  if (label === '' || label === '?') return undefined;
  return BARE_NUMBER_OR_LETTER.test(label) ? `Speaker ${label}` : label;
}
