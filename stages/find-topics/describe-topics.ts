import { slice } from '../../schemas/span.js';
import type { Topic } from '../../schemas/topic.js';
import type { Phrase } from './find-phrases.js';
import type { TopicWeights } from './lexicon.js';
import { nameKey, type Word } from './read-words.js';

/** Describes the topic that each phrase is; phrases whose labels are one name share the stronger one's. */
export function describeTopics(
  phrases: readonly Phrase[],
  { text, words }: { readonly text: string; readonly words: readonly Word[] },
  weights: TopicWeights,
): Map<Phrase, Topic> {
  const company = companyOf(words);
  const byName = new Map<string, Topic>();
  const topics = new Map<Phrase, Topic>();
  for (const phrase of phrases) {
    const places = phrase.places.map(({ start, end }) => words.slice(start, end));
    const label = commonForm(places, text);
    const name = nameKey(label);
    const entity = places.find((place) => place.length === 1 && place[0]?.entity?.partial === false)?.[0]?.entity ?? null;
    const topic = byName.get(name) ?? {
      label,
      keywords: company(places.flat(), weights.keywords).map((together) => commonForm(together, text)),
      weight: phrase.score / (phrases[0]?.score ?? 1),
      ...(entity === null ? {} : { entity: { name: entity.name, entityType: entity.entityType } }),
      spans: places.map((place) => ({ start: place[0]?.start ?? 0, end: place.at(-1)?.end ?? 0 })),
    };
    byName.set(name, topic);
    topics.set(phrase, topic);
  }
  return topics;
}

type WordRow = readonly Word[];

/** The shortest of its forms (so the singular, where it is ever used), as it is most often written. */
function commonForm(places: readonly WordRow[], text: string): string {
  const forms = new Map<string, number>();
  for (const place of places) {
    const form = formOf(place, text);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const best = [...forms].sort(([a, timesA], [b, timesB]) => a.length - b.length || timesB - timesA || (a > b ? -1 : 1));
  return best[0]?.[0] ?? '';
}

/** The words of a place; entities by their names, not as a recogniser may have misheard them. */
function formOf(place: WordRow, text: string): string {
  const parts = place.map(
    (word, index) => (index === 0 ? '' : word.joined === 'hyphen' ? '-' : ' ') + (word.entity?.name ?? slice(text, word)),
  );
  return parts.join('');
}

/** Finds the words that share sentences with a topic more often than chance would have it, each with its places there. */
function companyOf(words: WordRow): (topic: WordRow, most: number) => WordRow[][] {
  const bySentence = grouped(words, ({ sentence }) => sentence);
  const byKey = grouped(words, ({ key }) => key);
  return (topic, most) => {
    const own = new Set(topic.map(({ key }) => key));
    const sentences = [...new Set(topic.map(({ sentence }) => sentence))];
    const around = sentences
      .flatMap((sentence) => bySentence.get(sentence) ?? [])
      .filter(({ key, everyday }) => !everyday && !own.has(key));
    const share = sentences.length / bySentence.size;
    return [...grouped(around, ({ key }) => key)]
      .filter(([, together]) => together.length > 1)
      .map(([key, together]) => ({ key, together, byChance: (byKey.get(key)?.length ?? 1) * share }))
      .map((word) => ({ ...word, score: word.together.length * Math.log(word.together.length / word.byChance) }))
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
      .slice(0, most)
      .map(({ together }) => together.map((word) => [word]));
  };
}

function grouped<Key>(words: WordRow, keyOf: (word: Word) => Key): Map<Key, Word[]> {
  const groups = new Map<Key, Word[]>();
  for (const word of words) {
    const group = groups.get(keyOf(word));
    if (group === undefined) groups.set(keyOf(word), [word]);
    else group.push(word);
  }
  return groups;
}
