import type { ChangeMark, Doc } from '../../schemas/document.js';
import { lastStartingBy } from '../../schemas/span.js';
import type { Turn } from '../../schemas/turn.js';
import { isVoiceLabel } from '../../schemas/voice-label.js';
import type { TurnLexicon } from './lexicon.js';

// Brackets round a label, and a number after it: "[unknown speaker 2]" -> "unknown speaker".
const TRIMMINGS = /^[\s[(]+|[\s\d:\])?]+$/gu;

/** Turns of a source that says who speaks: one voice for each label, whatever the words seem to say. */
export function readLabels({ text, layers }: Doc<'tokens' | 'changes'>, { unknownLabels, decoding }: TurnLexicon): Turn[] {
  const voices = new Map<string, number>();
  const turns: Turn[] = [];
  const { tokens, changes } = layers;
  const opening = (changes[0]?.at ?? 0) > 0 ? [{ at: 0 }] : [];
  const stretches = [...opening, ...changes];
  for (const [index, stretch] of stretches.entries()) {
    const label = toKey('label' in stretch ? (stretch.label ?? '') : '');
    const voice = label === '' || unknownLabels.has(label.replaceAll(TRIMMINGS, '')) ? null : voiceOf(label, voices);
    const next = stretches[index + 1]?.at;
    const end = next === undefined ? text.length : (tokens[lastStartingBy(tokens, next - 1)]?.end ?? next);
    const last = turns.at(-1);
    const sureness = 'sureness' in stretch ? stretch.sureness : undefined;
    const confidence = surenessOf({ voice, label, sureness }, decoding);
    if (voice !== null && last?.voice === voice && last.confidence === confidence) {
      turns[turns.length - 1] = { ...last, end };
      continue;
    }
    const candidates = voice === null ? [] : [{ voice, confidence }];
    turns.push({ start: stretch.at, end, voice, confidence, candidates, boundary: index === 0 ? 'start' : 'label' });
  }
  return turns;
}

/** How sure a turn is whose source and diarization name two voices. */
const DOUBTED = 0.5;

function surenessOf(
  { voice, label, sureness }: { voice: number | null; label: string; sureness: ChangeMark['sureness'] },
  { diarised, labelled }: TurnLexicon['decoding'],
): number {
  if (voice === null) return 0;
  if (sureness === 'doubted') return DOUBTED;
  return sureness === 'diarised' || isVoiceLabel(label) ? diarised : labelled;
}

function toKey(label: string): string {
  return label.toLowerCase().replace(/\s+/gu, ' ').trim();
}

function voiceOf(label: string, voices: Map<string, number>): number {
  const voice = voices.get(label) ?? voices.size;
  voices.set(label, voice);
  return voice;
}
