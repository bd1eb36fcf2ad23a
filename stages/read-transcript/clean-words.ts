import { characterOf } from './entities.js';

// "&amp;", "&rsquo;", "&#39;", "&#x27;"; not "R&D".
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z\d]{1,7});/giu;
// Characters that print nothing and would make two equal words differ: zero-width marks, soft hyphen, control characters other than white space.
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

// Most lines are clean but for the white space around them: printable ASCII but `&`, single spaces inside: "So it goes."
const CLEAN = /^[!-%'-~]+(?: [!-%'-~]+)*$/u;

/** The transcriber's words in canonical form: entities decoded, NFC, invisible characters dropped, every run of white space one space. */
export function cleanWords(raw: string): string {
  const trimmed = raw.trim();
  if (CLEAN.test(trimmed)) return trimmed;
  return decodeEntities(raw).normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** Decodes HTML entities once; white space stays as it is. */
export function decodeEntities(raw: string): string {
  return raw.includes('&') ? raw.replace(ENTITY, decodeEntity) : raw;
}

function decodeEntity(whole: string, name: string): string {
  return characterOf(name) ?? whole;
}
