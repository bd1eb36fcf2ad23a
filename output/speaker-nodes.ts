import type { Evidence, Speaker } from '../schemas/turn.js';
import type { NodeOf } from '../schemas/graph.js';
import { countWords } from '../schemas/words.js';
import { slice } from '../schemas/span.js';
import { rounded, speakerOfTurn, type Frame, type GraphNode } from './frame.js';
import { speakerId } from './ids.js';
import { placeOf } from './locate.js';

/** One node for each voice; a voice without a name is `SPEAKER_n`. */
export function speakerNodes(frame: Frame): GraphNode<NodeOf<'Speaker'>>[] {
  const words = wordsBySpeaker(frame);
  return frame.doc.layers.speakers.map((speaker) => {
    const id = speakerId(frame.doc.id, speaker.voice);
    const name = displayName(speaker);
    return {
      id,
      label: name,
      metadata: {
        type: 'Speaker',
        name,
        labels: [...speaker.labels],
        role: speaker.role,
        words: words.get(id) ?? 0,
        evidence: speaker.evidence.map((evidence) => evidenceRecord(evidence, frame)),
        confidence: rounded(speaker.confidence),
        rivals: speaker.rivals.map(({ name: rival, confidence }) => ({ name: rival, confidence: rounded(confidence) })),
      },
    };
  });
}

/** The name of a speaker, or `SPEAKER_n` where there is no evidence for one. */
export function displayName(speaker: Pick<Speaker, 'name' | 'voice'>): string {
  return speaker.name ?? `SPEAKER_${String(speaker.voice + 1)}`;
}

function wordsBySpeaker(frame: Frame): Map<string, number> {
  const words = new Map<string, number>();
  for (const [index, turn] of frame.doc.layers.turns.entries()) {
    const id = speakerOfTurn(frame, index);
    if (id !== null) words.set(id, (words.get(id) ?? 0) + countWords(slice(frame.doc.text, turn)));
  }
  return words;
}

function evidenceRecord(evidence: Evidence, { doc }: Frame): NodeOf<'Speaker'>['evidence'][number] {
  const { start, end, kind, weight } = evidence;
  const quote = slice(doc.text, evidence);
  const { line } = placeOf(evidence, doc.layers.segments);
  return { kind, quote, note: evidence.outside, start, end, line, weight: rounded(weight) };
}
