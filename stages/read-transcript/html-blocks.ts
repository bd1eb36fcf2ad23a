import { attributeOf, type Attributes } from './attributes.js';
import { countLineEnds } from './find-lines.js';
import { tokeniseHtml } from './html-tokens.js';
import { wholeMs } from './timecode.js';

/** A stretch of an HTML page that stands apart from the next: a paragraph, a speaker, a time; or, in an interactive transcript, one word. */
export interface HtmlBlock {
  readonly kind: 'text' | 'cite' | 'time' | 'word' | 'speaker';
  /** Text in bold at the start of a paragraph stands between `**`. */
  readonly text: string;
  readonly line: number;
  /** Of a word: milliseconds, from its own attributes. */
  readonly startMs: number | undefined;
  readonly durationMs: number | undefined;
}

export interface HtmlPage {
  readonly title?: string;
  readonly url?: string;
  readonly blocks: readonly HtmlBlock[];
}

// What of a page is no transcript: code, navigation, forms, headings.
const PASSED_OVER = new Set([
  'script',
  'style',
  'title',
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'svg',
  'noscript',
  'template',
  'dialog',
  'iframe',
  'audio',
  'video',
  'textarea',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
// Tags inside a run of words; every other one ends it.
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
]);
const BOLD = new Set(['b', 'strong']);

/** What has been gathered of the block that is being read. */
interface OpenBlock {
  kind: HtmlBlock['kind'];
  text: string;
  line: number;
  startMs: number | undefined;
  durationMs: number | undefined;
  inBold: boolean;
}

/** Reads a page's blocks in the order of the page. */
export function readHtml(content: string): HtmlPage {
  const tokens = tokeniseHtml(content);
  const lastClose = new Map<string, number>();
  for (const [index, token] of tokens.entries()) if (token.type === 'close') lastClose.set(token.name, index);
  const blocks: HtmlBlock[] = [];
  let facts: Omit<HtmlPage, 'blocks'> = {};
  let passing: string | undefined;
  let block = openBlock('text');
  const next = (kind: HtmlBlock['kind']): OpenBlock => {
    closeBlock(block, blocks);
    return openBlock(kind);
  };
  for (const [index, token] of tokens.entries()) {
    if (passing !== undefined) {
      if (token.type === 'close' && token.name === passing) passing = undefined;
      else if (token.type === 'text' && passing === 'title' && facts.title === undefined) facts = { ...facts, title: token.text.trim() };
    } else if (token.type === 'text') addText(block, token);
    else if (BOLD.has(token.name)) markBold(block, token);
    else if (token.type === 'close') block = INLINE.has(token.name) && block.kind === 'text' ? block : next('text');
    else if (PASSED_OVER.has(token.name) && (lastClose.get(token.name) ?? 0) > index) {
      block = next('text');
      passing = token.name;
    } else if (attributeOf(token.attributes, 'data-m') !== undefined) {
      block = next(/\bspeaker\b/u.test(attributeOf(token.attributes, 'class') ?? '') ? 'speaker' : 'word');
      block.startMs = msOf(token.attributes, 'data-m');
      block.durationMs = msOf(token.attributes, 'data-d');
    } else if (token.name === 'link') facts = withUrl(facts, token.attributes);
    else if (!INLINE.has(token.name)) block = next(token.name === 'cite' || token.name === 'time' ? token.name : 'text');
  }
  closeBlock(block, blocks);
  return { ...facts, blocks };
}

function openBlock(kind: HtmlBlock['kind']): OpenBlock {
  return { kind, text: '', line: 1, startMs: undefined, durationMs: undefined, inBold: false };
}

function closeBlock({ kind, text, line, startMs, durationMs, inBold }: OpenBlock, blocks: HtmlBlock[]): void {
  if (text.trim() !== '') blocks.push({ kind, text: inBold ? `${text}**` : text, line, startMs, durationMs });
}

function addText(block: OpenBlock, { text, line }: { readonly text: string; readonly line: number }): void {
  // The block begins where its first word stands.
  if (block.text.trim() === '') block.line = line + countLineEnds(text, 0, text.length - text.trimStart().length);
  block.text += text;
}

function markBold(block: OpenBlock, { type, line }: { readonly type: 'open' | 'close'; readonly line: number }): void {
  if (type === 'open' && block.kind === 'text' && block.text.trim() === '') {
    block.text = '**';
    block.line = line;
    block.inBold = true;
  } else if (type === 'close' && block.inBold) {
    block.text = `${block.text.trimEnd()}**${/\s$/u.test(block.text) ? ' ' : ''}`;
    block.inBold = false;
  }
}

function msOf(attributes: Attributes, name: string): number | undefined {
  const value = attributeOf(attributes, name);
  return value === undefined ? undefined : wholeMs(Number(value));
}

function withUrl(facts: Omit<HtmlPage, 'blocks'>, attributes: Attributes): Omit<HtmlPage, 'blocks'> {
  const url = attributeOf(attributes, 'href') ?? '';
  return attributeOf(attributes, 'rel') === 'canonical' && /^https?:\/\//u.test(url) ? { ...facts, url } : facts;
}
