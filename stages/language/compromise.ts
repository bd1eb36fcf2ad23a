import nlp from 'compromise';
import type { EntityType } from '../../schemas/mention.js';
import type { Span } from '../../schemas/span.js';

/** A stretch of a text that compromise takes for a name; the span is into that text. */
export interface LibraryName extends Span {
  readonly type: EntityType;
}

/** The part of a compromise match that is read: its terms, with offsets into the text that was given. */
interface Match {
  readonly json: (options: { readonly offset: true }) => unknown;
}

interface Term {
  readonly text: string;
  readonly offset: { readonly start: number };
}

/**
 * The people, organizations and places that compromise finds in one sentence.
 *
 * compromise takes quadratic time on text without sentence ends, and 25 times wink-nlp's time on any: few short stretches only.
 * Every span is checked against the text; a mismatch throws.
 */
export function peopleOrganizationsPlaces(sentence: string): readonly LibraryName[] {
  const view = nlp(sentence);
  const found = [
    ...spansOf(view.people(), sentence).map((span): LibraryName => ({ ...span, type: 'person' })),
    ...spansOf(view.organizations(), sentence).map((span): LibraryName => ({ ...span, type: 'organization' })),
    ...spansOf(view.places(), sentence).map((span): LibraryName => ({ ...span, type: 'place' })),
  ];
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The yardstick of `npm run bench`: compromise's default parse of a text. Returns the number of terms. */
export function bareCompromise(text: string): number {
  return nlp(text).termList().length;
}

function spansOf(matches: Match, sentence: string): Span[] {
  // json() is typed as any by compromise; with these options it has this shape.
  const rows = matches.json({ offset: true }) as readonly { readonly terms: readonly Term[] }[];
  return rows.flatMap(({ terms }) => {
    // The second half of a contraction ("she's") is a term without text.
    const written = terms.filter(({ text }) => text !== '');
    const [first, last] = [written[0], written.at(-1)];
    if (first === undefined || last === undefined) return [];
    for (const { text, offset } of written) {
      if (!sentence.startsWith(text, offset.start)) throw new Error(`compromise's term "${text}" is not at offset ${String(offset.start)}`);
    }
    return [{ start: first.offset.start, end: last.offset.start + last.text.length }];
  });
}
