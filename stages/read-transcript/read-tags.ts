import { NO_ATTRIBUTES, type Attributes } from './attributes.js';

/** A tag of an XML source and the text up to the next one. */
export interface TaggedText {
  /** Lower-cased, without a namespace. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: Attributes;
  /** As it stands in the source: entities are not decoded. */
  readonly text: string;
  /** 1-based line of the tag. */
  readonly line: number;
}

// "<p t="0" d="4200">", "</s>", "<br/>"; not "<!-- … -->", "<?xml … ?>". Groups: slash, name, attributes; without names, which cost
// an object for each of a hundred thousand tags.
const TAG = /<(\/?)(?:[a-z]\w{0,20}:)?([a-z][\w-]{0,40})((?:\s[^<>]{0,1000})?)>/giu;
// `start="1.5"`, `t='0'`. Groups: key, value in double quotes, value in single ones.
const ATTRIBUTE = /(?<=\s)([a-z][\w:-]{0,40})\s?=\s?(?:"([^"]{0,500})"|'([^']{0,500})')/giu;

/** The tags of an XML source in order, each with the text that follows it. Never fails: what is no tag is text. */
export function readTags(content: string): TaggedText[] {
  const tags: TaggedText[] = [];
  let line = 1;
  let counted = 0;
  let before: Omit<TaggedText, 'text'> | undefined;
  let from = 0;
  const push = (to: number): void => {
    if (before === undefined) return;
    const { name, isClosing, attributes } = before;
    tags.push({ name, isClosing, attributes, text: content.slice(from, to), line: before.line });
  };
  for (const match of content.matchAll(TAG)) {
    push(match.index);
    for (; counted < match.index; counted++) if (content.charCodeAt(counted) === 10) line++;
    const [whole, slash, name = '', attributes = ''] = match;
    before = { name: name.toLowerCase(), isClosing: slash === '/', attributes: attributesOf(attributes), line };
    from = match.index + whole.length;
  }
  push(content.length);
  return tags;
}

function attributesOf(text: string): Attributes {
  if (text.length < 4) return NO_ATTRIBUTES;
  const attributes: string[] = [];
  for (const [, key = '', double, single] of text.matchAll(ATTRIBUTE)) attributes.push(key.toLowerCase(), double ?? single ?? '');
  return attributes;
}
