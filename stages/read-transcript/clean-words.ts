import { characterOf } from './entities.js';

// "&amp;", "&rsquo;", "&#39;", "&#x27;"; not "R&D".
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z\d]{1,7});/giu;
// Characters that print nothing and would make two equal words differ: zero-width marks, soft hyphen, control characters other than white space.
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

const [SPACE, AMPERSAND, LAST_PRINTABLE] = [0x20, 0x26, 0x7e];

/** The transcriber's words in canonical form: entities decoded, NFC, invisible characters dropped, every run of white space one space. */
export function cleanWords(raw: string): string {
  const trimmed = raw.trim();
  if (isClean(trimmed)) return trimmed;
  return decodeEntities(raw).normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/**
 * Most lines are clean already: printable ASCII but `&`, single spaces inside: "So it goes." Read without a regex: one that repeats a
 * group runs out of stack on a line of 20 MB.
 */
function isClean(raw: string): boolean {
  let before = SPACE;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code < SPACE || code > LAST_PRINTABLE || code === AMPERSAND || (code === SPACE && before === SPACE)) return false;
    before = code;
  }
  return before !== SPACE;
}

/** Decodes HTML entities once; white space stays as it is. */
export function decodeEntities(raw: string): string {
  return raw.includes('&') ? raw.replace(ENTITY, decodeEntity) : raw;
}

function decodeEntity(whole: string, name: string): string {
  return characterOf(name) ?? whole;
}
