/** One line of a source file, with its 1-based number. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** A decoded source file, ready for the readers. */
export interface SourceText {
  /** The whole content, without a byte-order mark. */
  readonly content: string;
  readonly lines: readonly SourceLine[];
  /** The content as JSON, where it is that (bare `NaN` is read as null); undefined where it is not. */
  readonly json: unknown;
}

/** Splits a decoded file into numbered lines. Takes LF, CRLF and lone CR; a byte-order mark is dropped. */
export function toSourceText(content: string): SourceText {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  return {
    content: text,
    lines: linesOf(text),
    json: jsonOf(text),
  };
}

function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const parts = text.includes('\r') ? text.split(/\r\n|\n|\r/u) : text.split('\n');
  for (const part of parts) lines.push({ number: lines.length + 1, text: part });
  return lines;
}

// What a JSON document opens with: '{"', '[{', '["', '[['; not "[00:00:01] so", "{laughs}".
const JSON_OPENING = /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/u;
// Python writes a missing probability as a bare NaN: `"p": NaN,`; not inside words such as "NaNo".
const BARE_NAN = /(?<before>[:,[]\s*)-?(?:NaN|Infinity)(?=\s*[,}\]])/gu;

function jsonOf(text: string): unknown {
  if (!JSON_OPENING.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return parseOrNothing(text.replace(BARE_NAN, '$<before>null'));
  }
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
