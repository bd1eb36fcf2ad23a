import type { Head } from './line-heads.js';
import type { ReaderLexicon } from './lexicon.js';
import { notSpeakerKind } from './voice-labels.js';

/** What a line that has the shape of a head is taken for: a head; words, with a voice that is not told; or words and nothing else. */
export type Verdict = 'head' | 'doubtful' | 'words';

/** A label before a colon counts where it comes back, or where there are this few. */
const FEW_HEADS = 6;
/** A plain "Name:" is prose in a transcript whose heads are in another shape, unless it is this common beside them. */
const LEAST_SHARE = 0.3;
/** So often an ordinary word ("Question:") before a colon is a label after all. */
const WORD_AS_LABEL = 3;

/** Decides which lines are heads, from all of them together: one line alone proves nothing. */
export function chooseHeads(heads: readonly Head[], text: () => string, lexicon: ReaderLexicon): (head: Head) => Verdict {
  const labels = countLabels(heads);
  const plain = heads.filter(({ id }) => id === 'name-colon').length;
  const telling = heads.filter(({ id, label }) => id !== 'name-colon' && label !== undefined).length;
  const plainIsProse = plain < telling * LEAST_SHARE;
  const returning = new Set([...labels].filter(([, times]) => times > 1).flatMap(([label]) => wordsOf(label)));
  let lowerCase: ReadonlySet<string> | undefined;
  const kinds = new Map<string, ReturnType<typeof notSpeakerKind>>();
  for (const label of labels.keys()) kinds.set(label, notSpeakerKind(label, lexicon));
  return ({ id, sureness, label }) => {
    if (label === undefined) return 'head';
    if (id === 'name-colon' && plainIsProse) return 'words';
    const kind = kinds.get(label);
    const times = labels.get(label) ?? 0;
    if (kind === 'word' || kind === 'fact') return times >= WORD_AS_LABEL ? 'head' : 'words';
    if (sureness === 'sure' || times > 1 || heads.length <= FEW_HEADS) return 'head';
    if (wordsOf(label).some((word) => returning.has(word))) return 'head';
    lowerCase ??= new Set(text().match(/(?<![\p{L}\p{M}\d])\p{Ll}[\p{L}\p{M}]*/gu));
    const known = lowerCase;
    return wordsOf(label).every((word) => known.has(word.toLowerCase())) ? 'doubtful' : 'head';
  };
}

/** How often each label stands in a head. */
export function countLabels(heads: readonly Head[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of heads) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function wordsOf(label: string): string[] {
  return label.split(/[\s,()]+/u).filter((word) => word !== '');
}
