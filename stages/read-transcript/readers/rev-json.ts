import { at, listOf, objectsOf, stringOf } from '../json-shape.js';
import { readParts, type RawPart } from '../read-parts.js';
import type { Reader } from '../reader.js';
import type { SourceText } from '../source-text.js';

/** Rev and Rev AI: monologues of elements, spaces and punctuation written out. */
export const revJson: Reader = {
  format: 'rev-json',
  score: ({ json }) => (objectsOf(at(json, 'monologues')).some((part) => Array.isArray(at(part, 'elements'))) ? 0.95 : 0),
  read: (source, lexicon) => readParts(partsOf(source), { source, lexicon }),
};

// "<inaudible>": what was not heard, or is no word.
const TAG = /^<(?<inside>[^<>]{1,40})>$/u;

function partsOf({ json }: SourceText): RawPart[] {
  const names = new Map(objectsOf(at(json, 'speakers')).map((speaker) => [stringOf(at(speaker, 'id')), stringOf(at(speaker, 'name'))]));
  return listOf(at(json, 'monologues')).map((monologue) => {
    const elements = objectsOf(at(monologue, 'elements'));
    const id = stringOf(at(monologue, 'speaker'));
    const name = stringOf(at(monologue, 'speaker_info', 'display_name')) ?? names.get(id) ?? '';
    return {
      text: elements.map((element) => (stringOf(at(element, 'value')) ?? '').replace(TAG, '[$<inside>]')).join(''),
      label: name.trim() === '' ? id : name,
      words: elements
        .filter((element) => at(element, 'type') === 'text')
        .map((element) => ({ text: at(element, 'value'), start: at(element, 'ts'), end: at(element, 'end_ts') })),
    };
  });
}
