import { z } from 'zod';

const whole = z.number().int().nonnegative();

const warning = z.object({ code: z.string(), line: z.number().int().positive().optional(), message: z.string() });

const entry = z.object({
  /** POSIX, relative to the input root. */
  path: z.string(),
  /** Where it lay on the machine that read it. */
  absolute: z.string(),
  state: z.enum(['done', 'quarantined', 'skipped']),
  sha256: z.string().optional(),
  bytes: whole.optional(),
  /** Hash of source, sidecars, settings and versions: equal key, equal output. */
  key: z.string().optional(),
  episode: z.string().optional(),
  slug: z.string().optional(),
  outputSha256: z.string().optional(),
  duplicateOf: z.string().optional(),
  reason: z.object({ code: z.string(), message: z.string(), hint: z.string(), line: z.number().int().positive().optional() }).optional(),
  counts: z.object({ words: whole, turns: whole, speakers: whole, mentions: whole, claims: whole, opinions: whole }).optional(),
  warnings: z.array(warning),
  /** Milliseconds by stage; only here, never in a graph. */
  timings: z.record(z.string(), z.number()).optional(),
});

export const manifest = z.object({
  schema: z.literal('urn:whosaid:manifest:1'),
  version: z.string(),
  configSha256: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  inputs: z.array(entry),
});

/** What a batch did with each of its inputs; the only output with wall-clock times. */
export type Manifest = z.infer<typeof manifest>;
export type ManifestEntry = z.infer<typeof entry>;
