import type { SourceLine } from './source-text.js';

// "# Title", "## So it goes"; not "#1 rule".
const HEADING = /^\s{0,3}#{1,6}(?:\s|$)/u;
// "---", "***", "===": a rule between parts.
const RULE = /^\s*(?:[-*_=]\s*){3,}$/u;
// A line of a table of contents: " - [Part one](#part-one)".
const CONTENTS = /^\s*(?:[-*+]|\d{1,3}\.)\s+\[[^\]]*\]\(#[^)]*\)\s*$/u;
// "[1]: https://example.org", "{:toc}"; not "[Ann]: So"
const DEFINITION = /^\s{0,3}\[[^\]]{1,60}\]:\s+(?:<|https?:|mailto:|[./#])\S*/u;
const BRACED_LINE = /^\s*\{[:%{].*\}\s*$/u;

// "[words](https://…)", "[words [more]](https://…)" -> words; "![picture](…)" -> nothing; "<https://…>" -> the address; "[^1]" -> nothing.
const PICTURE = /!\[[^\][]*\]\([^()\s]*(?:\s"[^"]*")?\)/gu;
const LINK = /\[(?<words>(?:[^\][]|\[[^\][]*\])*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s"[^"]*")?\)/gu;
const ADDRESS = /<(?<address>https?:\/\/[^<>\s]+)>/gu;
const FOOTNOTE = /\[\^[\w-]{1,20}\]/gu;
// "<a name="part">", "</em>", "<br>"
const TAG = /<\/?(?:a|b|i|u|em|strong|br|p|span|sup|sub|div|cite|time|small|code)(?:\s[^<>]{0,300})?\/?>/giu;
// "**so**", "__so__", "*so*", "_so_"; not "2 * 3", "snake_case".
const BOLD = /(?<mark>\*\*|__)(?<words>(?:[^*_]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}]))+)\k<mark>/gu;
const STRESS = /(?<![\p{L}\p{N}*])\*(?<words>[^*\s](?:[^*]*[^*\s])?)\*(?![\p{L}\p{N}*])/gu;
const UNDERLINE = /(?<![\p{L}\p{N}_])_(?<words>[^_\s](?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])/gu;
const ESCAPED = /\\(?<mark>[!-/:-@[-`{-~])/gu;
// Marks whose other half stands on another line of the paragraph: "**so", "it*"; not "2 * 3", "c_o".
const OPENING_MARK = /(?<=^|[\s("“])(?:\*{1,3}|_{1,2})(?=[\p{L}"“])/gu;
const CLOSING_MARK = /(?<=[\p{L}.,?!"”])(?:\*{1,3}|_{1,2})(?=$|[\s).,?!"”])/gu;
const BULLET = /^\s*(?:[*+-]\s+(?=\S)|(?:>\s*)+)/u;

// What opens or stands early in a line of Markdown: "**Ann:**", "[x](https://", "0:14 **Ann**"; not "2 ** 3".
const SIGN = /^\s*(?:\*\*|__)\S|\]\(https?:|^[\d:.[\]() ]{4,16}\*\*/u;
const OPENING_LENGTH = 1000;

/** Tells Markdown from plain text: bold heads, headings, links. */
export function isMarkdown(lines: readonly SourceLine[]): boolean {
  const signs = lines.filter(({ text }) => {
    const opening = text.slice(0, OPENING_LENGTH);
    return HEADING.test(opening) || SIGN.test(opening);
  });
  return signs.length >= 2;
}

/** Patterns that repeat a group run out of stack on a line of 20 MB: longer lines are read in stretches of this many characters. */
const LONGEST = 2 ** 18;

/** True of a line that structures the page and holds nothing spoken: a heading, a rule, a line of the table of contents. */
export function isPageStructure(text: string): boolean {
  if (text.length > LONGEST) return HEADING.test(text.slice(0, OPENING_LENGTH));
  return HEADING.test(text) || RULE.test(text) || CONTENTS.test(text) || DEFINITION.test(text) || BRACED_LINE.test(text);
}

/** The words of a line of Markdown: mark-up gone, the text of links kept. */
export function plainWords(text: string): string {
  if (!/[*_`[\\<>+-]/u.test(text)) return text;
  if (text.length > LONGEST) return stretchesOf(text).map(plainWords).join('');
  return unescapeMarks(
    withoutComments(text)
      .replace(BULLET, '')
      .replace(PICTURE, '')
      .replace(LINK, '$<words>')
      .replace(ADDRESS, '$<address>')
      .replace(FOOTNOTE, '')
      .replace(TAG, ' ')
      .replace(BOLD, '$<words>')
      .replace(STRESS, '$<words>')
      .replace(UNDERLINE, '$<words>')
      .replaceAll('`', '')
      .replace(OPENING_MARK, '')
      .replace(CLOSING_MARK, ''),
  );
}

function stretchesOf(text: string): string[] {
  const stretches: string[] = [];
  for (let from = 0; from < text.length;) {
    const space = text.lastIndexOf(' ', from + LONGEST - 1);
    const to = space > from ? space + 1 : from + LONGEST;
    stretches.push(text.slice(from, to));
    from = to;
  }
  return stretches;
}

// "so <!-- cut --> it" -> "so  it"; a comment that goes on to the next line ends with this one.
function withoutComments(text: string): string {
  const [before = '', ...rest] = text.split('<!--');
  return before + rest.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')).join('');
}

/** "\[14:21\]" -> "[14:21]" */
export function unescapeMarks(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPED, '$<mark>') : text;
}
