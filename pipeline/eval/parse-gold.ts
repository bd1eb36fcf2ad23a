import { z } from 'zod';
import { CLAIM_TYPES, POLARITIES } from '../../schemas/claim.js';
import { ENTITY_TYPES } from '../../schemas/mention.js';
import type { GoldClaim, GoldDocument, GoldMention, GoldTurn } from './gold.js';

const line = z.int().positive();

const mention = z.object({ line, mention: z.string().min(1), canonical: z.string().min(1), type: z.enum(ENTITY_TYPES) });

const claim = z.object({
  line,
  quote: z.string().min(1),
  speaker: z.string().min(1),
  kind: z.enum(['opinion', 'fact']),
  type: z.enum(CLAIM_TYPES).nullable(),
  target: z.string(),
  polarity: z.enum(POLARITIES),
  attributedTo: z.string().nullable(),
});

const window = z.tuple([line, line]);
// One stretch (`[1, 106]`) or several (`[[1, 106], [300, 400]]`).
const layerWindows = z.union([window.transform((one) => [one]), z.array(window)]).optional();
const windows = z.record(z.string(), z.object({ turns: layerWindows, entities: layerWindows, claims: layerWindows }));

const sameAs = z.array(z.array(z.string().min(1)));

/** The rows of a `.turns.tsv`: line, words, speaker. Throws, naming the row, on anything else. */
export function parseTurns(text: string): readonly GoldTurn[] {
  return rowsOf(text).map(([row, at]) => {
    const [number, words, speaker] = row.split('\t');
    const parsed = line.safeParse(Number(number));
    if (!parsed.success || words === undefined || !speaker) throw new Error(`row ${at}: expected "line<TAB>words<TAB>speaker"`);
    return { line: parsed.data, words: words.trim(), speaker: speaker.trim() };
  });
}

/** The rows of an `.entities.jsonl`. */
export function parseMentions(text: string): readonly GoldMention[] {
  return rowsOf(text).map(([row, at]) => parsed(mention, row, `row ${at}`));
}

/** The rows of a `.claims.jsonl`. */
export function parseClaims(text: string): readonly GoldClaim[] {
  return rowsOf(text).map(([row, at]) => parsed(claim, row, `row ${at}`));
}

/** `windows.json`: which lines of each transcript are annotated, layer by layer. */
export function parseWindows(text: string): ReadonlyMap<string, GoldDocument['windows']> {
  const all = Object.entries(parsed(windows, text, 'windows'));
  return new Map(
    all.map(([name, { turns, entities, claims }]) => [
      name,
      { ...(turns && { turns }), ...(entities && { entities }), ...(claims && { claims }) },
    ]),
  );
}

/** `same-as.json`: groups of canonical names that count as one. */
export function parseSameAs(text: string): readonly (readonly string[])[] {
  return parsed(sameAs, text, 'groups');
}

function rowsOf(text: string): readonly (readonly [row: string, number: number])[] {
  return text
    .split('\n')
    .map((row, index) => [row.replace('\r', ''), index + 1] as const)
    .filter(([row]) => row.trim() !== '');
}

function parsed<Shape>(schema: z.ZodType<Shape>, json: string, where: string): Shape {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new Error(`${where}: not JSON`, { cause });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${where}: ${z.prettifyError(result.error)}`);
}
