import type { EpisodeFacts } from '../../schemas/document.js';
import { roundWeight, type NameEvidence } from './evidence.js';
import type { NameLexicon } from './lexicon.js';

/** How surely a voice is the guest (above 0) or the host (below 0), in -1..1. */
export type GuestLeaning = ReadonlyMap<number, number>;

// Where a title parts: "Why it rains - Mira Olsen | The Garden Hour", "Mira Olsen: why it rains"; not the hyphen of "Jean-Luc".
const TITLE_PARTS = /\s+[-–—|•·/]\s+|[:|•()[\]]|\s(?:with|ft\.?|feat\.?|featuring|w\/|interviews?|and|&)\s|,\s/iu;
const CAPITALISED = /^\p{Lu}[\p{L}'’.-]*$/u;

/** People named by an episode's title: a part of it that is nothing but a first name that is known and one to three more words. */
export function peopleInTitle(title: string, { firstNames, words }: Pick<NameLexicon, 'firstNames' | 'words'>): string[] {
  return title
    .split(TITLE_PARTS)
    .map((part) => part.trim().split(/\s+/u))
    .filter(
      (part) =>
        part.length >= 2 && part.length <= 4 && part.every((word) => CAPITALISED.test(word) && !words.notNames.has(word.toLowerCase())),
    )
    .filter(([first]) => firstNames.has((first ?? '').toLowerCase()))
    .map((part) => part.join(' '));
}

/** Lays the names of the title and the sidecar on voices, as far as their parts in the talk tell which is whose. */
export function weighFacts({ title, speakers }: EpisodeFacts, leaning: GuestLeaning, lexicon: NameLexicon): NameEvidence[] {
  const inTitle = peopleInTitle(title ?? '', lexicon).map((name) => ({
    name,
    role: 'guest',
    kind: 'title',
    outside: title ?? '',
    weight: lexicon.weighing.title,
  }));
  const inSidecar = (speakers ?? []).map(({ name, role }) => ({
    name,
    role: role ?? 'other',
    kind: 'sidecar',
    outside: name,
    weight: lexicon.weighing.sidecar,
  }));
  return [...inTitle, ...inSidecar].flatMap(({ name, role, ...rest }, _index, all) => {
    const rivals = all.filter((other) => other.role === role && other.name !== name);
    const side = role === 'guest' ? 1 : role === 'host' ? -1 : 0;
    const voices =
      leaning.size === 1 && all.length === 1
        ? [[[...leaning.keys()][0] ?? 0, side] as const]
        : [...leaning].filter(([, value]) => value * side > 0);
    const [only] = voices;
    if (only === undefined || voices.length > 1 || rivals.length > 0) return [];
    const [voice, value] = only;
    return [{ start: 0, end: 0, voice, name, kind: rest.kind, outside: rest.outside, weight: roundWeight(rest.weight * Math.abs(value)) }];
  });
}
