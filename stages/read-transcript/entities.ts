/** HTML's names for characters, as far as text has them: what mark-up needs, typography, signs, the letters of Latin-1. */
const NAMED: ReadonlyMap<string, string> = new Map(
  (
    'amp & lt < gt > quot " apos \' ' +
    'rsquo ’ lsquo ‘ rdquo ” ldquo “ sbquo ‚ bdquo „ laquo « raquo » lsaquo ‹ rsaquo › prime ′ Prime ″ ' +
    'mdash — ndash – minus − hellip … bull • middot · dagger † Dagger ‡ sect § para ¶ ' +
    'copy © reg ® trade ™ deg ° plusmn ± times × divide ÷ frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ micro µ permil ‰ ' +
    'euro € pound £ yen ¥ cent ¢ curren ¤ iexcl ¡ iquest ¿ ordf ª ordm º larr ← rarr → uarr ↑ darr ↓ ' +
    'Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï ' +
    'ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß ' +
    'agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï ' +
    'eth ð ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý thorn þ yuml ÿ ' +
    'OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Yuml Ÿ'
  )
    .split(' ')
    .flatMap((name, index, all) => (index % 2 === 0 ? [[name, all[index + 1] ?? ''] as const] : [])),
);
const BLANK: ReadonlyMap<string, string> = new Map([
  ...['nbsp', 'ensp', 'emsp', 'thinsp'].map((name) => [name, ' '] as const),
  ...['shy', 'zwnj', 'zwj', 'lrm', 'rlm'].map((name) => [name, ''] as const),
]);

/** What the numbers 128 to 159 mean on pages that count in Windows-1252, as browsers read them: "&#146;" is an apostrophe. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The character that an HTML entity stands for: `rsquo`, `#39`, `#x27`; undefined where it stands for none. */
export function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED.get(name) ?? BLANK.get(name) ?? NAMED.get(name.toLowerCase()) ?? BLANK.get(name.toLowerCase());
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code >= 128 && code < 160) return WINDOWS_1252.charAt(code - 128);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
