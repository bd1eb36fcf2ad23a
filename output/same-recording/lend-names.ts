import type { Span } from '../../schemas/span.js';
import type { Excerpt } from './find-excerpts.js';
import type { RecordedSpeaker } from './recording.js';
import { spanOfWords } from './shingles.js';

/** A voice that takes its name from the same words in another recording. */
export interface LentName {
  readonly to: RecordedSpeaker;
  readonly from: RecordedSpeaker;
  /** Episode that the name comes from. */
  readonly episode: string;
  /** Words of the voice that the other recording has too, and the share of them that are one speaker's there. */
  readonly words: number;
  readonly share: number;
  readonly confidence: number;
}

/** A stretch of a clip that is one speaker's in the longer recording. */
export interface SpokenStretch extends Span {
  readonly speaker: string;
}

/** Fewer aligned words than this say nothing about whose voice it is. */
const LEAST_WORDS = 8;
/** Share of a voice's words that must be aligned: the rest of them is not known to be the same voice. */
const LEAST_ALIGNED = 0.5;
/** Share of its aligned words that must be one speaker's; with less the two texts contradict one another. */
const LEAST_AGREED = 0.75;

/** The names that an excerpt's two sides lend one another: the clip's voices take the recording's names, and the other way round. */
export function lendNames({ clip, of, alignment }: Excerpt): LentName[] {
  const shared = clip.speakers.map(() => new Float64Array(of.speakers.length));
  for (const [word, other] of alignment.entries()) {
    const [row, column] = [clip.speakerOf[word] ?? -1, other === -1 ? -1 : (of.speakerOf[other] ?? -1)];
    const counts = shared[row];
    if (counts !== undefined && column !== -1) counts[column] = (counts[column] ?? 0) + 1;
  }
  const toClip = clip.speakers.flatMap((speaker, row) =>
    lent(
      { speaker, words: wordsOf(clip.speakerOf, row), counts: shared[row] ?? new Float64Array() },
      { speakers: of.speakers, episode: of.id },
    ),
  );
  const toWhole = of.speakers.flatMap((speaker, column) =>
    lent(
      { speaker, words: wordsOf(of.speakerOf, column), counts: Float64Array.from(shared, (row) => row[column] ?? 0) },
      { speakers: clip.speakers, episode: clip.id },
    ),
  );
  return [...toClip, ...toWhole];
}

/** Who says each stretch of the clip, as the longer recording has it; words between two of one speaker are that speaker's. */
export function spokenStretches({ clip, of, alignment, stretches }: Excerpt): SpokenStretch[] {
  return stretches.flatMap(({ from, to }) => {
    const spoken: SpokenStretch[] = [];
    let [first, voice] = [from, -1];
    const close = (next: number): void => {
      const speaker = of.speakers[voice];
      if (speaker !== undefined && next > first) spoken.push({ ...spanOfWords(clip.words, first, next - 1), speaker: speaker.id });
    };
    for (let word = from; word < to; word++) {
      const other = alignment[word] ?? -1;
      const speaker = other === -1 ? voice : (of.speakerOf[other] ?? -1);
      if (speaker === voice) continue;
      close(word);
      [first, voice] = [word, speaker];
    }
    close(to);
    return spoken;
  });
}

interface Receiver {
  readonly speaker: RecordedSpeaker;
  readonly words: number;
  readonly counts: Float64Array;
}

interface Lender {
  readonly speakers: readonly RecordedSpeaker[];
  readonly episode: string;
}

function lent({ speaker: to, words, counts }: Receiver, { speakers, episode }: Lender): LentName[] {
  const aligned = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...counts);
  const from = speakers[counts.indexOf(most)];
  if (from === undefined || from.confidence === 0 || aligned < LEAST_WORDS || aligned < LEAST_ALIGNED * words) return [];
  const share = most / aligned;
  if (share < LEAST_AGREED || !agrees(to, from)) return [];
  return [{ to, from, episode, words: aligned, share, confidence: share * from.confidence }];
}

/** A voice that has a name keeps it, unless the other is the same name in full. */
function agrees(to: RecordedSpeaker, from: RecordedSpeaker): boolean {
  return to.confidence === 0 || from.name === to.name || from.name.startsWith(`${to.name} `);
}

function wordsOf(speakerOf: Int32Array, speaker: number): number {
  return speakerOf.reduce((sum, one) => (one === speaker ? sum + 1 : sum), 0);
}
