import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { DiarizedStretch } from '../schemas/diarization.js';
import type { SourceRefusal } from './decode-source.js';
import { stemOf } from './find-inputs.js';
import { parseRttm, RTTM_LINE } from './parse-rttm.js';
import { readSource } from './read-source.js';

/** What a diariser says of a recording, and the hash of the file that says so. */
export interface Diarization {
  readonly sha256: string;
  readonly stretches: readonly DiarizedStretch[];
}

export type DiarizationResult =
  { readonly ok: true; readonly diarization: Diarization | undefined } | { readonly ok: false; readonly refusal: SourceRefusal };

/** Reads the diarization that lies beside a transcript as `<transcript>.rttm`, if there is one. */
export async function readDiarization(transcript: string, maxBytes: number): Promise<DiarizationResult> {
  const path = `${transcript}.rttm`;
  if (!existsSync(path)) return { ok: true, diarization: undefined };
  const read = await readSource({ absolute: path }, maxBytes);
  const name = basename(path);
  if (!read.ok) return refuse(`${name}: ${read.refusal.message}`, read.refusal.hint, read.refusal.line);
  const parsed = parseRttm(read.source.content, stemOf(transcript));
  if (!parsed.ok) return refuse(`${name}: ${parsed.fault.message}`, `a line of it is ${RTTM_LINE}`, parsed.fault.line);
  return { ok: true, diarization: { sha256: read.source.sha256, stretches: parsed.stretches } };
}

function refuse(message: string, hint: string, line: number | undefined): DiarizationResult {
  return { ok: false, refusal: { code: 'bad-diarization', message, hint, ...(line === undefined ? {} : { line }) } };
}
