// A plural, not "class", "status" or "basis": "networks" -> yes, "class" -> no.
const PLURAL = /[^sui]s$/;
// A silent e, as in "cache" or (from "boxes") "boxe"; not in "code".
const SILENT_E = /(?:s|x|z|ch|sh)e$/;
const SHORTEST_PLURAL = 4;

/**
 * One spelling for a word and its plural, for comparing only: it need not be a word.
 *
 * @example fold('companies') === fold('company') // true
 */
export function fold(lower: string): string {
  const plural = lower.length >= SHORTEST_PLURAL && PLURAL.test(lower);
  const word = plural ? lower.slice(0, -1) : lower;
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  return SILENT_E.test(word) ? word.slice(0, -1) : word;
}
