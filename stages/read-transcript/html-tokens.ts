import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { NO_ATTRIBUTES, type Attributes } from './attributes.js';
import { countLineEnds } from './find-lines.js';

/** A tag or a text of HTML, with the line it begins on. Names are in lower case. */
export type HtmlToken =
  | { readonly type: 'open'; readonly name: string; readonly attributes: Attributes; readonly line: number }
  | { readonly type: 'close'; readonly name: string; readonly line: number }
  | { readonly type: 'text'; readonly text: string; readonly line: number };

/**
 * Cuts HTML into tags and texts, entities decoded, whatever is wrong with it. No tree is built: the tokeniser takes one pass,
 * however deep or broken the nesting is.
 */
export function tokeniseHtml(content: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let line = 1;
  let counted = 0;
  const lineAt = (index: number): number => {
    if (index > counted) {
      line += countLineEnds(content, counted, index);
      counted = index;
    }
    return line;
  };
  let name = '';
  let attributes: string[] | undefined;
  let attribute = '';
  let value = '';
  let text: { readonly type: 'text'; text: string; readonly line: number } | undefined;
  const push = (token: HtmlToken): void => {
    if (text !== undefined) tokens.push(text);
    text = undefined;
    tokens.push(token);
  };
  const addText = (more: string, index: number): void => {
    if (text === undefined) text = { type: 'text', text: more, line: lineAt(index) };
    else text.text += more;
  };
  const open = (end: number): void => {
    push({ type: 'open', name, attributes: attributes ?? NO_ATTRIBUTES, line: lineAt(end) });
    attributes = undefined;
  };
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => addText(content.slice(start, end), start),
    ontextentity: (code, end) => addText(String.fromCodePoint(code), end),
    oncdata: (start, end, offset) => addText(content.slice(start, end - offset), start),
    onopentagname: (start, end) => (name = content.slice(start, end).toLowerCase()),
    onattribname: (start, end) => (attribute = content.slice(start, end).toLowerCase()),
    onattribdata: (start, end) => (value += content.slice(start, end)),
    onattribentity: (code) => (value += String.fromCodePoint(code)),
    onattribend: () => {
      if (attributes === undefined) attributes = [attribute, value];
      else attributes.push(attribute, value);
      value = '';
    },
    onopentagend: open,
    onselfclosingtag: (end) => {
      open(end);
      push({ type: 'close', name, line: lineAt(end) });
    },
    onclosetag: (start, end) => push({ type: 'close', name: content.slice(start, end).toLowerCase(), line: lineAt(start) }),
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(content);
  tokenizer.end();
  if (text !== undefined) tokens.push(text);
  return tokens;
}

function ignore(): void {
  // Comments and declarations say nothing of what was said.
}
