import { matchAfter } from './cue-pattern.js';
import { roundWeight, type RoleEvidence } from './evidence.js';
import type { NameLexicon } from './lexicon.js';
import type { Word } from './read-words.js';
import type { TurnOrder } from './turn-order.js';

/** What voices say of their own part in the talk, and which of two asks the questions. */
export function judgeRoles(words: readonly Word[], order: TurnOrder, lexicon: NameLexicon): RoleEvidence[] {
  return [...fromRoleCues(words, order, lexicon), ...fromQuestions(words, order, lexicon)];
}

const NO_CUES: readonly never[] = [];

function fromRoleCues(words: readonly Word[], order: TurnOrder, { roleCues }: NameLexicon): RoleEvidence[] {
  const evidence: RoleEvidence[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    for (const { cue, pattern } of roleCues.get(word.norm) ?? NO_CUES) {
      const to = matchAfter(pattern.after, words, index);
      const speaker = to === -1 ? undefined : order.meant(word.start, 'speaker');
      if (speaker === undefined) continue;
      evidence.push({
        start: word.start,
        end: words[to - 1]?.end ?? word.end,
        voice: speaker.voice,
        role: cue.role,
        kind: cue.id,
        weight: roundWeight(cue.weight * speaker.certainty),
      });
      break;
    }
  }
  return evidence;
}

/** Words that a voice is given before its questions are counted by the hundred: a lone question in ten words proves nothing. */
const HEAD_START = 60;

function fromQuestions(words: readonly Word[], order: TurnOrder, { questionPairs, weighing }: NameLexicon): RoleEvidence[] {
  const [a, b] = order.voices;
  if (a === undefined || b === undefined || order.voices.length > 2) return [];
  const asked = new Map([a, b].map((voice) => [voice, { questions: 0, words: HEAD_START }]));
  let index = 0;
  for (const [turn, { voice }] of order.turns.entries()) {
    const count = asked.get(voice ?? -1);
    const end = order.turns[turn + 1]?.start ?? Infinity;
    for (let word = words[index]; word !== undefined && word.start < end; word = words[++index]) {
      if (count === undefined) continue;
      count.words++;
      if (word.norm === '?' || questionPairs.get(word.norm)?.has(words[index + 1]?.norm ?? '') === true) count.questions++;
    }
  }
  const rate = (voice: number): number => (asked.get(voice)?.questions ?? 0) / (asked.get(voice)?.words ?? 1);
  const [host, guest] = rate(a) >= rate(b) ? [a, b] : [b, a];
  const questions = asked.get(host)?.questions ?? 0;
  if (questions < weighing.asksMoreQuestions || rate(host) < weighing.asksMoreRatio * rate(guest)) return [];
  const outside = `${(100 * rate(host)).toFixed(1)} signs of a question in a hundred words, the other voice ${(100 * rate(guest)).toFixed(1)}`;
  const none = { start: 0, end: 0, kind: 'role/asks-more', weight: weighing.asksMore, outside };
  return [
    { ...none, voice: host, role: 'host' },
    { ...none, voice: guest, role: 'guest' },
  ];
}
