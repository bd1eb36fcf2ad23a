import type { ChangeMark } from '../../schemas/document.js';
import { isVoiceLabel } from '../../schemas/voice-label.js';
import type { NameEvidence, RoleEvidence } from './evidence.js';
import type { NameLexicon } from './lexicon.js';
import type { TurnOrder } from './turn-order.js';

/** What the source's labels say: the labels of each voice, and the names and roles among them. */
export interface LabelReading {
  readonly labels: ReadonlyMap<number, readonly string[]>;
  readonly names: readonly NameEvidence[];
  readonly roles: readonly RoleEvidence[];
}

// A part in brackets behind a name: "Mira Olsen (host)".
const PART = / ?[([](?<part>[^()[\]]{1,30})[)\]]$/u;
const NO_LOWER = /^[^\p{Ll}]+$/u;
const NO_UPPER = /^[^\p{Lu}]+$/u;
const FIRST_LETTERS = /(?<=^|[ '’.-])\p{Ll}/gu;

/** Reads the labels of all change marks. A label that numbers a voice or names its part gives no name. */
export function readLabels(changes: readonly ChangeMark[], order: TurnOrder, { words, weighing }: NameLexicon): LabelReading {
  const labels = new Map<number, string[]>();
  const names: NameEvidence[] = [];
  const roles: RoleEvidence[] = [];
  for (const { at, label } of changes) {
    const voice = order.turnAt(at)?.voice;
    if (label === undefined || voice === undefined || voice === null || labels.get(voice)?.includes(label) === true) continue;
    labels.set(voice, [...(labels.get(voice) ?? []), label]);
    const { name, part } = takeApart(label, words.roleLabels);
    const evidence = { start: at, end: at, voice, kind: 'label', outside: label };
    if (part === 'host' || part === 'guest') roles.push({ ...evidence, role: part, weight: weighing.label });
    if (name !== undefined) names.push({ ...evidence, name, weight: weighing.label });
  }
  return { labels, names, roles };
}

function takeApart(label: string, roleLabels: ReadonlySet<string>): { name: string | undefined; part: string } {
  const bracketed = PART.exec(label)?.groups?.part?.toLowerCase() ?? '';
  const bare = label.replace(PART, '').trim();
  const first = bare.toLowerCase().split(/[\s_\d]/u)[0] ?? '';
  if (isVoiceLabel(bare) || roleLabels.has(first)) return { name: undefined, part: first };
  return { name: inNameCase(bare), part: bracketed };
}

/** "MIRA OLSEN" and "mira olsen" -> "Mira Olsen". */
function inNameCase(label: string): string {
  if (!NO_LOWER.test(label) && !NO_UPPER.test(label)) return label;
  return label.toLowerCase().replace(FIRST_LETTERS, (letter) => letter.toUpperCase());
}
