import type { Doc, Layers } from '../../../schemas/document.js';
import { viewOf } from '../../../schemas/view.js';
import { tag } from '../../tag.js';

type Read = Doc<'changes' | 'events'>;

/** A text as a reader gives it; another voice begins after each `|`. */
export function docOf(marked: string, language = 'en'): Read {
  const parts = marked.split('|').map((part) => part.trim());
  const changes: { at: number }[] = [];
  let text = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    changes.push({ at: text.length + 1 });
    text += ` ${part}`;
  }
  return { id: '0'.repeat(16), text, format: 'by-hand', episode: { language }, layers: { changes, events: [] } };
}

export function restore(doc: Read): Pick<Layers, 'tokens' | 'sentences' | 'restored'> {
  return tag(doc);
}

/** The readable view of a text. */
export function restoredIn(marked: string, language?: string): string {
  const doc = docOf(marked, language);
  return viewOf(doc.text, { start: 0, end: doc.text.length }, restore(doc).restored).text;
}
