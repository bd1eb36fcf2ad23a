import type { NotSpeaker, ReaderLexicon } from './lexicon.js';
import type { Piece } from './piece.js';

const LONGEST = 60;
// A number after a label: "Jingle 2" -> "Jingle".
const FINAL_NUMBER = /[\s#_-]*\d{1,3}$/u;

/** Why a label names no person, where it does not. */
export function notSpeakerKind(label: string, { notSpeakers }: ReaderLexicon): NotSpeaker | undefined {
  if (label.length > LONGEST) return undefined;
  const lower = label.toLowerCase().trim();
  return notSpeakers.get(lower) ?? bySound(notSpeakers.get(lower.replace(FINAL_NUMBER, '')));
}

// "Jingle 2" is a jingle, "Step 2" a step; "Speaker 2" is somebody.
function bySound(kind: NotSpeaker | undefined): NotSpeaker | undefined {
  return kind === 'nobody' ? undefined : kind;
}

/**
 * The changes that labels stand for: to a voice, or, at a jingle or a voice that is not told, to nobody. A source that knows no other
 * label than "Speaker" says nothing about voices.
 */
export function toChanges(labels: readonly string[], lexicon: ReaderLexicon): (label: string) => Piece | undefined {
  const saysNothing = labels.every((label) => notSpeakerKind(label, lexicon) === 'nobody');
  const known = new Map<string, Piece | undefined>();
  const toChange = (label: string): Piece | undefined => {
    const kind = notSpeakerKind(label, lexicon);
    if (kind === 'nobody' && saysNothing) return undefined;
    return kind === 'sound' || kind === 'nobody' ? { type: 'change' } : { type: 'change', label };
  };
  return (label) => {
    if (!known.has(label)) known.set(label, toChange(label));
    return known.get(label);
  };
}
