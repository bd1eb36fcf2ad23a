/** A tag of an XML source and the text up to the next one. */
export interface TaggedText {
  /** Lower-cased, without a namespace. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** As it stands in the source: entities are not decoded. */
  readonly text: string;
  /** 1-based line of the tag. */
  readonly line: number;
}

// "<p t="0" d="4200">", "</s>", "<br/>"; not "<!-- … -->", "<?xml … ?>".
const TAG = /<(?<slash>\/?)(?:[a-z]\w{0,20}:)?(?<name>[a-z][\w-]{0,40})(?<attributes>(?:\s[^<>]{0,1000})?)>/giu;
// `start="1.5"`, `t='0'`
const ATTRIBUTE = /(?<=\s)(?<key>[a-z][\w:-]{0,40})\s?=\s?(?:"(?<double>[^"]{0,500})"|'(?<single>[^']{0,500})')/giu;

/** The tags of an XML source in order, each with the text that follows it. Never fails: what is no tag is text. */
export function readTags(content: string): TaggedText[] {
  const matches = [...content.matchAll(TAG)];
  let line = 1;
  let counted = 0;
  return matches.map((match, index) => {
    for (; counted < match.index; counted++) if (content.charCodeAt(counted) === 10) line++;
    const { slash, name = '', attributes = '' } = match.groups ?? {};
    return {
      name: name.toLowerCase(),
      isClosing: slash === '/',
      attributes: attributesOf(attributes),
      text: content.slice(match.index + match[0].length, matches[index + 1]?.index),
      line,
    };
  });
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  if (text.length < 4) return NONE;
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(({ groups }) => [groups?.key?.toLowerCase() ?? '', groups?.double ?? groups?.single ?? '']),
  );
}

const NONE: ReadonlyMap<string, string> = new Map();
