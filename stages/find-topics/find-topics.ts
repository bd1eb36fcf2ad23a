import type { Doc } from '../../schemas/document.js';
import type { Section, SectionKind, Topic } from '../../schemas/topic.js';
import type { Stage } from '../stage.js';
import { cutSections } from './cut-sections.js';
import { describeTopics } from './describe-topics.js';
import { findBreaks, LETTERS } from './find-breaks.js';
import { findPhrases, type Phrase } from './find-phrases.js';
import { layBreaks } from './lay-breaks.js';
import type { TopicLexicon } from './lexicon.js';
import { readWords } from './read-words.js';
import { titleSections } from './title-sections.js';

/** How a section is called that is no part of the talk. */
const TITLES: Readonly<Partial<Record<SectionKind, string>>> = { ad: 'Advertisement', intro: 'Opening', outro: 'Ending' };

type Needs = 'tokens' | 'sentences' | 'turns' | 'mentions';

/** What the episode is about (ranked noun phrases and entities), and the stretches that keep to a subject. */
export function findTopics(lexicon: TopicLexicon): Stage<Needs, 'topics' | 'sections'> {
  return {
    name: 'find-topics',
    version: '1.2.0',
    needs: ['tokens', 'sentences', 'turns', 'mentions'],
    adds: ['topics', 'sections'],
    run: (doc) => ({ layers: topicsAndSectionsIn(doc, lexicon), diagnostics: [] }),
  };
}

function topicsAndSectionsIn(doc: Doc<Needs>, lexicon: TopicLexicon): { topics: Topic[]; sections: Section[] } {
  const words = readWords(doc, lexicon);
  const phrases = findPhrases(words, lexicon.topics);
  const { breaks: breakLexicon } = lexicon;
  const breaks = findBreaks(doc, breakLexicon);
  const laid = layBreaks(cutSections(doc, words, lexicon.sections), breaks, breakLexicon.limits.leastContent * LETTERS);
  const sections = titleSections(laid, phrases, { words, weights: lexicon.sections });
  const inTitles = new Set(sections.flatMap(({ title }) => title));
  const chosen = phrases.filter((phrase, rank) => rank < lexicon.topics.most || inTitles.has(phrase));
  const topics = describeTopics(chosen, { text: doc.text, words }, lexicon.topics);
  return {
    topics: [...new Set(topics.values())],
    sections: sections.map(({ start, end, title, phrases: inSection }, index) => ({
      start,
      end,
      title: TITLES[laid[index]?.kind ?? 'content'] ?? (labels(title, topics).join(' and ') || `Part ${index + 1}`),
      kind: laid[index]?.kind ?? 'content',
      topics: labels(inSection, topics).slice(0, lexicon.sections.topics),
    })),
  };
}

function labels(phrases: readonly Phrase[], topics: ReadonlyMap<Phrase, Topic>): string[] {
  return [...new Set(phrases.flatMap((phrase) => topics.get(phrase)?.label ?? []))];
}
