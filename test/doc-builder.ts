import type { Doc } from '../schemas/document.js';
import type { EntityType, Mention } from '../schemas/mention.js';
import { compareSpans } from '../schemas/span.js';
import type { Turn } from '../schemas/turn.js';
import { tag } from './tag.js';

/** Words that name something, wherever they stand in the text. */
export interface NamedWords {
  readonly text: string;
  readonly name: string;
  readonly entityType: EntityType;
}

/** A document made by hand: one string for each turn (two voices in alternation), tagged as in a run; mentions as given. */
export function docOf(
  utterances: readonly string[],
  names: readonly NamedWords[] = [],
): Doc<'segments' | 'changes' | 'events' | 'tokens' | 'sentences' | 'restored' | 'turns' | 'mentions'> {
  const text = utterances.join(' ');
  const turns = turnsOf(utterances);
  const changes = turns.map(({ start }) => ({ at: start }));
  const segments = turns.map(({ start, end }, index) => ({ start, end, line: index + 1, endLine: index + 1 }));
  const read = { segments, changes, events: [] };
  const doc = { id: '0'.repeat(16), text, format: 'by-hand', episode: { language: 'en' }, layers: read };
  const mentions = names.flatMap((named) => mentionsOf(named, text)).sort(compareSpans);
  return { ...doc, layers: { ...read, ...tag(doc), turns, mentions } };
}

function turnsOf(utterances: readonly string[]): Turn[] {
  let at = 0;
  return utterances.map((words, index) => {
    const start = at;
    at += words.length + 1;
    return { start, end: at - 1, voice: index % 2, confidence: 1, candidates: [], boundary: index === 0 ? 'start' : 'mark' };
  });
}

function mentionsOf({ text: words, name, entityType }: NamedWords, text: string): Mention[] {
  const mentions: Mention[] = [];
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length)) {
    mentions.push({ start, end: start + words.length, entityType, name, partial: false, method: 'by-hand', confidence: 1 });
  }
  return mentions;
}
