import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../pipeline/project.js';
import type { Doc } from '../../../schemas/document.js';
import type { Section, Topic } from '../../../schemas/topic.js';
import { findTopics } from '../../../stages/find-topics/find-topics.js';
import { toTopicLexicon } from '../../../stages/find-topics/lexicon.js';
import { docOf, type NamedWords } from '../../doc-builder.js';

export const lexiconFile = (name: string): unknown =>
  JSON.parse(readFileSync(join(PROJECT_ROOT, 'stages/find-topics/lexicon', name), 'utf8'));

const stage = findTopics(toTopicLexicon(lexiconFile('everyday-words.json'), lexiconFile('weights.json'), lexiconFile('break-cues.json')));

export type TopicDoc = Doc<'tokens' | 'sentences' | 'turns' | 'mentions'>;

export const run = (doc: TopicDoc): { readonly topics: readonly Topic[]; readonly sections: readonly Section[] } => stage.run(doc).layers;

/** The topics of a talk: one string a turn. */
export const topicsIn = (turns: readonly string[], names: readonly NamedWords[] = []): readonly Topic[] => run(docOf(turns, names)).topics;

/** The labels of the topics of a sentence that is said twice. */
export const labelsIn = (sentence: string): string[] => topicsIn([sentence, sentence]).map(({ label }) => label);

/** The sections of a talk, with their words. */
export function sectionsIn(turns: readonly string[]): (Section & { readonly words: string })[] {
  const doc = docOf(turns);
  return run(doc).sections.map((section) => ({ ...section, words: doc.text.slice(section.start, section.end) }));
}
