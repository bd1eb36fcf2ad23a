import { expect } from '@jest/globals';
import { decodeSource } from '../../../../pipeline/decode-source.js';
import { slice } from '../../../../schemas/span.js';
import { readingOf } from '../reading.js';

/**
 * Reads bytes as the program would: what comes out is a sound document, or a refusal with a code and a hint. Returns the
 * reader's milliseconds, those of the processor: a machine with more to do must not fail a test.
 */
export function checkReading(data: Uint8Array): number {
  const decoded = decodeSource(data);
  if (!decoded.ok) {
    expect(decoded.refusal.hint).not.toBe('');
    return 0;
  }
  const before = process.cpuUsage();
  const result = readingOf(decoded.source.content);
  const { user, system } = process.cpuUsage(before);
  if (result.ok) checkDoc(result);
  else expect([result.refusal.code, result.refusal.hint]).not.toContain('');
  return (user + system) / 1000;
}

function checkDoc({ doc }: Extract<ReturnType<typeof readingOf>, { ok: true }>): void {
  const { text, layers } = doc;
  if (text !== text.normalize('NFC').replace(/\s+/gu, ' ').trim() || text === '') throw new Error('the text is not canonical');
  let end = -1;
  for (const segment of layers.segments) {
    const { start, line, endLine, startMs, endMs } = segment;
    const isSound =
      start === end + 1 && segment.end > start && segment.end <= text.length && slice(text, segment).trim() === slice(text, segment);
    const isPlaced = line >= 1 && endLine >= line && (startMs === undefined || (startMs >= 0 && Number.isSafeInteger(startMs)));
    if (!isSound || !isPlaced || (startMs !== undefined && endMs !== undefined && endMs < startMs))
      throw new Error(`no sound segment: ${JSON.stringify(segment)}`);
    end = segment.end;
  }
  if (end !== text.length) throw new Error('the segments do not cover the text');
  let last = -1;
  for (const { at } of layers.changes) {
    if (at <= last || at >= text.length || (at > 0 && text.charAt(at - 1) !== ' ')) throw new Error(`no sound change at ${String(at)}`);
    last = at;
  }
  for (const { at } of layers.events) if (at < 0 || at > text.length) throw new Error(`no sound event at ${String(at)}`);
}
