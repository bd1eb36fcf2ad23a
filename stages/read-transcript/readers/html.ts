import { findJoins } from '../find-joins.js';
import { readHtml, type HtmlBlock, type HtmlPage } from '../html-blocks.js';
import { readLabelled } from '../labelled-text.js';
import type { ReaderLexicon } from '../lexicon.js';
import { unescapeMarks } from '../markdown.js';
import type { Reader, Reading } from '../reader.js';
import { toPieces, type Said } from '../said.js';
import type { SourceLine, SourceText } from '../source-text.js';
import { timedParts } from '../split-times.js';
import { spreadTimes } from '../spread-times.js';
import { toMs } from '../timecode.js';
import { notSpeakerKind } from '../voice-labels.js';
import { scoreLines } from './labelled-lines.js';

// What opens HTML, or a piece of it: "<!DOCTYPE html>", "<p>", "<!-- saved -->"; not "<?xml", "<rss", "<3".
const OPENING = /^\s*<(?:!--|(?:!doctype html|html|head|body|main|article|section|div|p|cite|time|span|h[1-6]|table|ul|ol|dl)\b)/iu;
/** So many timed words make a page an interactive transcript. */
const LEAST_WORDS = 5;

/**
 * HTML: `<cite>`, `<time>` and `<p>` as podcast hosts write them, spans with a time for each word (Hyperaudio), or paragraphs of
 * labelled text as in a text file.
 */
export const html: Reader = {
  format: 'html',
  score: (source) => {
    if (!OPENING.test(source.content.slice(0, 2000))) return 0;
    const shape = shapeOf(pageOf(source));
    return shape === undefined ? 0 : 0.9;
  },
  read: (source, lexicon) => {
    const page = pageOf(source);
    const { title = '', url } = page;
    const episode = { ...(title === '' ? {} : { title }), ...(url === undefined ? {} : { url }) };
    return { ...readPage(page, lexicon), episode };
  },
};

const pages = new WeakMap<SourceText, HtmlPage>();

/** The page of a source: the score needs it as much as the reading, and it takes longer than either. */
function pageOf(source: SourceText): HtmlPage {
  const known = pages.get(source);
  if (known !== undefined) return known;
  const page = readHtml(source.content);
  pages.set(source, page);
  return page;
}

function shapeOf({ blocks }: HtmlPage): 'words' | 'cites' | 'lines' | undefined {
  const count = (kind: HtmlBlock['kind']): number => blocks.filter((block) => block.kind === kind).length;
  if (count('word') >= LEAST_WORDS) return 'words';
  if (count('text') > 0 && count('cite') + count('time') >= 2) return 'cites';
  const lines = linesOf(blocks);
  const times = lines.filter(({ text }) => toMs(text.trim()) !== undefined).length;
  return scoreLines(lines) > 0 || (times >= 2 && times * 4 > lines.length) ? 'lines' : undefined;
}

function readPage(page: HtmlPage, lexicon: ReaderLexicon): Omit<Reading, 'episode'> {
  const shape = shapeOf(page);
  if (shape === 'lines') return readLabelled(linesOf(page.blocks), { lexicon, markdown: false });
  const said = shape === 'words' ? saidInWords(page.blocks) : saidInCites(page.blocks, lexicon);
  return { pieces: spreadTimes(toPieces(said, lexicon)), diagnostics: [] };
}

function linesOf(blocks: readonly HtmlBlock[]): SourceLine[] {
  return blocks.map(({ text, line }) => ({ number: line, text: text.replace(/\s+/gu, ' ').trim() }));
}

function saidInWords(blocks: readonly HtmlBlock[]): Said[] {
  const words = blocks.filter(({ kind }) => kind === 'word' || kind === 'speaker');
  const joins = findJoins(words.map(({ kind, text }) => (kind === 'word' ? text : ' ')));
  let label: string | undefined;
  const said: Said[] = [];
  for (const [index, { kind, text, line, startMs, durationMs }] of words.entries())
    if (kind === 'speaker') label = labelIn(text);
    else {
      const endMs = startMs === undefined || durationMs === undefined ? undefined : startMs + durationMs;
      said.push({ text, line, startMs, endMs, label, glued: joins[index] === true });
    }
  return said;
}

function saidInCites(blocks: readonly HtmlBlock[], lexicon: ReaderLexicon): Said[] {
  let label: string | undefined;
  let startMs: number | undefined;
  return blocks.flatMap(({ kind, text, line }) => {
    if (kind === 'cite') label = labelIn(text) ?? label;
    else if (kind === 'time') startMs = toMs(text.trim());
    else {
      const parts = timedParts(unescapeMarks(withoutSounds(text, lexicon).replaceAll('**', '')), startMs);
      startMs = undefined;
      return parts.map((part) => ({ text: part.text, line, label, ...(part.startMs === undefined ? {} : { startMs: part.startMs }) }));
    }
    return [];
  });
}

// A line of its own in a paragraph that kept its Markdown: "**Break**: \\[00:14:02\\]", "**Jingle**"; not "**Ann**: So".
const BOLD_LINE = /^[ \t]*\*\*(?<label>[^*\n]{1,40})\*\*:?(?=[ \t]*(?:\\?\[[\d:.]{4,14}\\?\][ \t]*)?$)/gmu;

/** "**Break**: [14:02]": the break is heard and not said; its time stays. */
function withoutSounds(text: string, lexicon: ReaderLexicon): string {
  if (!text.includes('**')) return text;
  return text.replace(BOLD_LINE, (line: string, label: string) =>
    notSpeakerKind(label.replace(/:$/u, ''), lexicon) === 'sound' ? '' : line,
  );
}

function labelIn(text: string): string | undefined {
  const label = text.replace(/\s+/gu, ' ').replace(/:\s*$/u, '').trim();
  return label === '' || label === '?' ? undefined : label;
}
