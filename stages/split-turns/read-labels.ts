import type { Doc } from '../../schemas/document.js';
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
    if (voice !== null && last?.voice === voice) {
      turns[turns.length - 1] = { ...last, end };
      continue;
    }
    const confidence = voice === null ? 0 : isVoiceLabel(label) ? decoding.diarised : decoding.labelled;
    const candidates = voice === null ? [] : [{ voice, confidence }];
    turns.push({ start: stretch.at, end, voice, confidence, candidates, boundary: index === 0 ? 'start' : 'label' });
  }
  return turns;
}

function toKey(label: string): string {
  return label.toLowerCase().replace(/\s+/gu, ' ').trim();
}

function voiceOf(label: string, voices: Map<string, number>): number {
  const voice = voices.get(label) ?? voices.size;
  voices.set(label, voice);
  return voice;
}
