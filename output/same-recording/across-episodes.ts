import { edgeRecord } from '../edge.js';
import { rounded } from '../frame.js';
import { entityId } from '../ids.js';
import type { AcrossEpisodes, CorpusEdge, CorpusEntry } from '../to-corpus-graph.js';
import type { Excerpt } from './find-excerpts.js';
import { lendNames, spokenStretches, type LentName } from './lend-names.js';

/** What the corpus says of excerpts: whose excerpt an episode is, who says what in it, and the names that voices take from it. */
export function acrossEpisodes(excerpts: readonly Excerpt[]): AcrossEpisodes {
  const names = settleNames(excerpts.flatMap(lendNames));
  return { nodes: names.map(speakerEntry), edges: [...excerpts.map(excerptEdge), ...names.map(nameEdge)] };
}

/** The surest name for each voice; none where two recordings name it differently. */
function settleNames(lent: readonly LentName[]): LentName[] {
  const byVoice = new Map<string, LentName[]>();
  for (const name of lent) byVoice.set(name.to.id, [...(byVoice.get(name.to.id) ?? []), name]);
  return [...byVoice.values()].flatMap((offers) => {
    const [surest] = offers.sort((a, b) => b.confidence - a.confidence || (a.from.id < b.from.id ? -1 : 1));
    return surest !== undefined && offers.every(({ from }) => from.name === surest.from.name) ? [surest] : [];
  });
}

function speakerEntry({ to, from, confidence }: LentName): CorpusEntry {
  const role = to.role === 'unknown' ? from.role : to.role;
  return { id: to.id, metadata: { type: 'Speaker', name: from.name, role, words: to.words, confidence: sureness(to, confidence) } };
}

function nameEdge({ to, from, episode, words, share, confidence }: LentName): CorpusEdge {
  const evidence = [{ kind: 'same-recording', episode, speaker: from.id, words, share: rounded(share) }];
  const metadata = { confidence: sureness(to, confidence), evidence };
  return edgeRecord({ relation: 'identifiedAs', source: to.id, target: entityId('person', from.name, null), metadata });
}

/** A voice that had the name already is not less sure of it now. */
function sureness(to: LentName['to'], confidence: number): number {
  return rounded(Math.max(to.confidence, confidence));
}

function excerptEdge(excerpt: Excerpt): CorpusEdge {
  const { clip, of, share } = excerpt;
  const stretches = excerpt.stretches.map(({ start, end, of: other }) => ({ start, end, of: { start: other.start, end: other.end } }));
  const metadata = { share: rounded(share), stretches, spoken: spokenStretches(excerpt) };
  return edgeRecord({ relation: 'excerptOf', source: clip.id, target: of.id, metadata });
}
