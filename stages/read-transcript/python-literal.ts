/** One dict, or one call with named arguments, of a Python literal: its plain values by name. */
export interface PythonEntry {
  /** 1-based line it opens on. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string | number>;
}

interface Frame {
  readonly line: number;
  readonly fields: Map<string, string | number> | undefined;
  key: string | undefined;
  /** True from a key's colon or equals sign up to the next comma. */
  inValue: boolean;
}

// What stands between the signs that matter: "12.5", "-1e3", "True", "FetchedTranscriptSnippet".
const ATOM = /[\w.+-]{1,100}/uy;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?$/iu;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '',
  b: '',
  f: ' ',
  v: ' ',
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Reads the dicts of what Python's `print` and `pprint` write, lists inside lists and all. Strings broken over several lines are put
 * together. Takes what it can: a literal that breaks off gives the dicts before that place.
 */
export function readPythonEntries(content: string): PythonEntry[] {
  const entries: PythonEntry[] = [];
  const stack: Frame[] = [];
  let line = 1;
  let at = 0;
  while (at < content.length) {
    const sign = content[at] ?? '';
    const frame = stack.at(-1);
    if (sign === "'" || sign === '"') {
      const { text, end } = readString(content, at);
      take(
        stack.findLast(({ fields }) => fields !== undefined),
        text,
      );
      for (let index = at; index < end; index++) if (content.charCodeAt(index) === 10) line++;
      at = end;
      continue;
    }
    ATOM.lastIndex = at;
    const atom = ATOM.exec(content)?.[0];
    if (atom !== undefined) {
      at += atom.length;
      if (content[at] === '(') stack.push({ line, fields: new Map(), key: undefined, inValue: false });
      else if (frame !== undefined) takeAtom(frame, atom, content[at] === '=');
      if (content[at] === '(' || content[at] === '=') at++;
      continue;
    }
    if (sign === '\n') line++;
    else if (sign === '{') stack.push({ line, fields: new Map(), key: undefined, inValue: false });
    else if (sign === '[' || sign === '(') stack.push({ line, fields: undefined, key: undefined, inValue: false });
    else if (sign === '}' || sign === ']' || sign === ')') {
      const closed = stack.pop();
      if (closed?.fields !== undefined) entries.push({ line: closed.line, fields: closed.fields });
    } else if (sign === ':' && frame !== undefined) frame.inValue = true;
    else if (sign === ',' && frame !== undefined) {
      frame.key = undefined;
      frame.inValue = false;
    }
    at++;
  }
  return entries;
}

/** A string is a key, or a value, or the rest of the value before it. */
function take(frame: Frame | undefined, text: string): void {
  if (frame?.fields === undefined) return;
  if (!frame.inValue) frame.key = (frame.key ?? '') + text;
  else if (frame.key !== undefined) frame.fields.set(frame.key, `${frame.fields.get(frame.key) ?? ''}${text}`);
}

function takeAtom(frame: Frame, atom: string, isName: boolean): void {
  if (isName) {
    frame.key = atom;
    frame.inValue = true;
  } else if (frame.inValue && frame.key !== undefined && NUMBER.test(atom)) frame.fields?.set(frame.key, Number(atom));
}

function readString(content: string, start: number): { readonly text: string; readonly end: number } {
  const quote = content[start] ?? '';
  const parts: string[] = [];
  let from = start + 1;
  let at = from;
  while (at < content.length && content[at] !== quote) {
    if (content[at] !== '\\') {
      at++;
      continue;
    }
    const { text, end } = readEscape(content, at);
    parts.push(content.slice(from, at), text);
    from = end;
    at = end;
  }
  return { text: parts.join('') + content.slice(from, at), end: at + 1 };
}

function readEscape(content: string, at: number): { readonly text: string; readonly end: number } {
  const sign = content[at + 1] ?? '';
  const simple = SIMPLE_ESCAPES[sign];
  if (simple !== undefined) return { text: simple, end: at + 2 };
  const length = CODE_LENGTHS[sign] ?? 0;
  const digits = content.slice(at + 2, at + 2 + length);
  const code = length > 0 && /^[\da-f]+$/iu.test(digits) ? Number.parseInt(digits, 16) : -1;
  // A code of another kind, or broken: left as it stands.
  if (code < 0 || code > 0x10ffff) return { text: content.slice(at, at + 2), end: at + 2 };
  return { text: String.fromCodePoint(code), end: at + 2 + length };
}
