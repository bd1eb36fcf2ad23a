import type { PartOfSpeech } from '../../schemas/document.js';
import type { Candidate } from './candidate.js';
import type { TagContext } from './context.js';
import { settleByOthers } from './settle-by-others.js';
import { sharesFirstName, type Settled } from './settled.js';

/**
 * Decides which of the candidates are meant, longest first, none overlapping.
 *
 * What needs nothing, or shows the capitals it needs, is sure. The rest is settled by what is sure (settle-by-others.ts).
 */
export function settleListed(candidates: readonly Candidate[], context: TagContext): Settled[] {
  const sure: Settled[] = [];
  const open: Candidate[] = [];
  let end = 0;
  for (const candidate of candidates) {
    if (candidate.from < end || isPartOfPerson(candidate, context)) continue;
    const settled = settleAlone(candidate, context);
    if (settled === undefined) {
      if (candidate.sense.needs === 'context' || candidate.written !== 'plain') open.push(candidate);
    } else {
      sure.push(settled);
      end = candidate.to;
    }
  }
  return settleByOthers(sure, open, context);
}

/** "Ruby" in an episode of Ruby Marigold's; the "Harris" of "Ruth Harris"; the "Julia" of "Julia Marigold". */
function isPartOfPerson({ key, from, to, sense, written }: Candidate, { people, tokens, reading, lexicon }: TagContext): boolean {
  if (to - from > 1 || sense.listed.type === 'person' || written === 'plain') return false;
  if (people.has(key)) return true;
  const { firstNames, senses } = lexicon.gazetteer;
  const isCapital = (at: number): boolean => reading.shapes[at] === 'capital';
  if (isCapital(from) && isCapital(from - 1) && firstNames.get(tokens[from - 1]?.lower ?? '') === 'nothing') return true;
  const next = tokens[to]?.lower;
  return firstNames.has(key) && next !== undefined && isCapital(to) && !senses.has(next) && !lexicon.notNames.has(next);
}

/** What the first word of a sentence must be to be a name by itself. */
const OPENS: ReadonlySet<PartOfSpeech> = new Set(['PROPN', 'NOUN', 'X']);

function settleAlone(candidate: Candidate, { tokens, reading, lexicon }: TagContext): Settled | undefined {
  const { sense, written, key } = candidate;
  if (sense.needs === 'context' || sharesFirstName(candidate, lexicon)) return undefined;
  if (sense.needs === 'nothing') return { candidate, method: 'listed', confidence: written === 'plain' ? 0.9 : 0.95 };
  if (written === 'name') return { candidate, method: 'listed-capitals', confidence: 0.9 };
  // "Docker is fine." in an episode that never writes the word small; not "Go ahead.", "The office is shut."
  const opens = written === 'opening' && !reading.small.has(key) && OPENS.has(tokens[candidate.from]?.pos ?? 'X');
  return opens ? { candidate, method: 'listed-capitals', confidence: 0.8 } : undefined;
}
