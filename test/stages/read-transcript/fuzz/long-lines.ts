/** What makes careless patterns go back and forth, again and again. */
export const REPEATED: readonly string[] = [
  'a',
  'A',
  ' ',
  'a ',
  'Ann ',
  '0',
  '0:1',
  '00:00:00 ',
  '(',
  '[',
  '[a',
  '(a ',
  '[x](',
  '<',
  '<a ',
  '<v ',
  '</',
  '&',
  '&#',
  '&a',
  '*',
  '**',
  '**a',
  '_a',
  '- ',
  '>> ',
  ':',
  'a: ',
  '.',
  ',',
  '"',
  "'",
  '\\',
  '{',
  '♪',
  '♪a',
  '-->',
  '--> 0',
  '|',
  '\t',
  'é',
  'a\u0301',
  '\u200B',
  '%',
  '/',
  '#',
  '!--',
  '`',
];

/** Long lines: each source with a stretch of a repeated string before its words, inside them, and in place of a name or a number. */
export function longLines(content: string, repeated: string, length: number): string[] {
  const stretch = repeated.repeat(Math.ceil(length / repeated.length));
  const isJson = /^\s*[[{]/u.test(content) && content.includes('"');
  const safe = isJson ? JSON.stringify(stretch).slice(1, -1) : stretch;
  return ['waste', 'Ann', '4', 'Hello', 'yeah']
    .filter((place) => content.includes(place))
    .map((place) => content.replace(place, () => `${safe}x`));
}
