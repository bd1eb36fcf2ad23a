import type { Doc } from '../../schemas/document.js';
import { fold } from './fold.js';

// "Ada", "Płotka", "O'Brien" | "SPEAKER_00", "2"
const NAME_PART = /^\p{L}[\p{L}'’.-]*$/u;
// "Speaker Two" | "Guestrin"
const NOT_A_PERSON = /^(?:speaker|unknown|guest|host|voice)\b/i;

/** Full names that the source itself gives to voices: its labels, and those of a sidecar. */
export function knownPeople({ layers: { changes }, episode }: Doc<'changes'>): readonly string[] {
  const labels = changes.flatMap(({ label }) => (label === undefined ? [] : [label]));
  const names = [...labels, ...(episode.speakers ?? []).map(({ name }) => name)];
  return [...new Set(names)].filter(isFullName);
}

/** The folded first and last names of some people. */
export function partsOf(people: readonly string[]): Set<string> {
  return new Set(people.flatMap((name) => name.split(' ')).map(fold));
}

function isFullName(name: string): boolean {
  const parts = name.split(' ');
  return parts.length > 1 && parts.every((part) => NAME_PART.test(part)) && !NOT_A_PERSON.test(name);
}
