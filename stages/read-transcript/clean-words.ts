const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lrm: '', rlm: '' };

// "&amp;", "&#39;", "&#x27;"; not "R&D".
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/giu;
// Characters that print nothing and would make two equal words differ: zero-width marks, soft hyphen, control characters other than white space.
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

// Most lines are clean already: printable ASCII but `&`, single spaces inside: "So it goes."
const CLEAN = /^[!-%'-~]+(?: [!-%'-~]+)*$/u;

/** The transcriber's words in canonical form: entities decoded, NFC, invisible characters dropped, every run of white space one space. */
export function cleanWords(raw: string): string {
  if (CLEAN.test(raw)) return raw;
  return decodeEntities(raw).normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** Decodes HTML entities once; white space stays as it is. */
export function decodeEntities(raw: string): string {
  return raw.includes('&') ? raw.replace(ENTITY, decodeEntity) : raw;
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const printable = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return printable ? String.fromCodePoint(code) : whole;
}
