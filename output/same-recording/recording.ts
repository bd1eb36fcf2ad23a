import type { EpisodeGraph, NodeOf } from '../../schemas/graph.js';
import { hashWords, type HashedWords } from './shingles.js';

/** An episode as a row of words with their speakers. */
export interface Recording {
  /** `episode:<ep>` */
  readonly id: string;
  readonly words: HashedWords;
  /** For each word its speaker: an index into `speakers`, or -1. */
  readonly speakerOf: Int32Array;
  readonly speakers: readonly RecordedSpeaker[];
}

/** A speaker of one episode, as its own file has it. */
export interface RecordedSpeaker extends Pick<NodeOf<'Speaker'>, 'name' | 'role' | 'confidence' | 'words'> {
  readonly id: string;
}

/** Takes the words and speakers from an episode's graph. */
export function recordingOf(episode: EpisodeGraph): Recording {
  const turns = turnsOf(episode);
  const words = hashWords(joined(turns));
  const speakers = Object.entries(episode.graph.nodes).flatMap(([id, { metadata }]) => {
    if (metadata.type !== 'Speaker') return [];
    const { name, role, confidence, words: spoken } = metadata;
    return [{ id, name, role, confidence, words: spoken }];
  });
  const numbers = new Map(speakers.map(({ id }, index) => [id, index]));
  const speakerOf = new Int32Array(words.hashes.length);
  let turn = 0;
  for (const [word, start] of words.starts.entries()) {
    while (turn + 1 < turns.length && (turns[turn + 1]?.start ?? 0) <= start) turn++;
    speakerOf[word] = numbers.get(turns[turn]?.speaker ?? '') ?? -1;
  }
  return { id: episode.graph.id, words, speakerOf, speakers };
}

/** The words of an episode, hashed. */
export function wordsOfEpisode(episode: EpisodeGraph): HashedWords {
  return hashWords(joined(turnsOf(episode)));
}

function turnsOf({ graph }: EpisodeGraph): NodeOf<'Turn'>[] {
  const turns = Object.values(graph.nodes).flatMap(({ metadata }) => (metadata.type === 'Turn' ? [metadata] : []));
  return turns.sort((a, b) => a.index - b.index);
}

/** The canonical text, as the contract puts it together. */
function joined(turns: readonly NodeOf<'Turn'>[]): string {
  return turns.map(({ text }) => text).join(' ');
}
