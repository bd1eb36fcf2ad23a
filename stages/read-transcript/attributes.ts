/** Names and values in turn: a page has a hundred thousand tags, and a map for each would be most of its memory. */
export type Attributes = readonly string[];

export const NO_ATTRIBUTES: Attributes = [];

/** The value of an attribute; of one that stands there twice, the last. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  for (let index = attributes.length - 2; index >= 0; index -= 2) if (attributes[index] === name) return attributes[index + 1];
  return undefined;
}
