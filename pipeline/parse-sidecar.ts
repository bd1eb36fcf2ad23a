import { z } from 'zod';
import { lineOfPath } from './json-lines.js';
import type { OutsideFacts } from './settings.js';

/** What is wrong with a sidecar, and on which line of it. */
export interface SidecarFault {
  readonly message: string;
  readonly line: number;
}

export type ParsedSidecar = { readonly ok: true; readonly facts: OutsideFacts } | { readonly ok: false; readonly fault: SidecarFault };

/** What a person can do about a sidecar that is wrong. */
export const SIDECAR_HINT =
  'a sidecar is one JSON object with any of title, show, date (2026-05-01), url, mediaUrl, speakers: [{ "name": …, "role": "host" | "guest" | "other" }]';

// "2026-05-01", "2026-05-01T10:00:00Z" -> its day; not "1 May 2026".
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{4,12}(?:Z|[+-]\d{2}:?\d{2})?)?$/u;
// "javascript:", "data:", "C:"; not "audio/one.mp3".
const SCHEME = /^[a-z][a-z\d+.-]*:/iu;

const words = z.string().trim().min(1);
const address = z.url({ protocol: /^https?$/u, error: 'must be an address that begins with http:// or https://' });
const day = words
  .refine((date) => DATE.test(date) && !Number.isNaN(Date.parse(date.slice(0, 10))), 'must be a date like 2026-05-01')
  .transform((date) => date.slice(0, 10));

const sidecar = z.strictObject({
  title: words.optional(),
  show: words.optional(),
  date: day.optional(),
  url: address.optional(),
  /** The recording: an address, or a path beside the transcript. */
  mediaUrl: z.union([address, words.refine((path) => !SCHEME.test(path))], 'must be an http(s) address or a relative path').optional(),
  speakers: z.array(z.strictObject({ name: words, role: z.enum(['host', 'guest', 'other']).optional() })).optional(),
});

/** Reads and checks the content of a sidecar: `{ title, show, date, url, mediaUrl, speakers: [{ name, role }] }`, each field as you like. */
export function parseSidecar(content: string): ParsedSidecar {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, fault: { message: 'it is not valid JSON', line: lineOfSyntaxError(text, error) } };
  }
  const parsed = sidecar.safeParse(json);
  if (parsed.success) return { ok: true, facts: factsOf(parsed.data) };
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].filter((part) => typeof part !== 'symbol');
  const message = `${path.length === 0 ? 'the whole' : path.join('.')}: ${unknown.length > 0 ? 'no such field' : (issue?.message ?? '')}`;
  return { ok: false, fault: { message, line: lineOfPath(text, path) } };
}

/** Leaves out what is not there, as exact optional fields ask. */
function factsOf({ title, show, date, url, mediaUrl, speakers }: z.infer<typeof sidecar>): OutsideFacts {
  return {
    ...(title === undefined ? {} : { title }),
    ...(show === undefined ? {} : { show }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(mediaUrl === undefined ? {} : { mediaUrl }),
    ...(speakers === undefined ? {} : { speakers: speakers.map(({ name, role }) => ({ name, ...(role === undefined ? {} : { role }) })) }),
  };
}

// "Unexpected token } in JSON at position 12"
const POSITION = /at position (?<position>\d+)/u;

function lineOfSyntaxError(text: string, error: unknown): number {
  const position = POSITION.exec(error instanceof Error ? error.message : '')?.groups?.position;
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
}
