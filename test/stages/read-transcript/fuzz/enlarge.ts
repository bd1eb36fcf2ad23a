import { Buffer } from 'node:buffer';

/** A source again and again, up to so many bytes; of JSON, its longest list, so that it stays JSON. */
export function enlarge(content: string, bytes: number): Buffer {
  const json = jsonOf(content);
  if (json === undefined) return Buffer.from(`${content}\n\n`.repeat(Math.ceil(bytes / content.length))).subarray(0, bytes);
  return Buffer.from(JSON.stringify(repeatLists(json, Math.floor(bytes / content.length))));
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content.replaceAll('NaN', 'null'));
  } catch {
    return undefined;
  }
}

const LEAST_ITEMS = 5;

/** Repeats the outermost lists that have more than a few items. */
function repeatLists(value: unknown, times: number): unknown {
  if (Array.isArray(value)) {
    const items = value as unknown[];
    return items.length >= LEAST_ITEMS ? Array.from({ length: times }, () => items).flat() : items.map((item) => repeatLists(item, times));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, repeatLists(inner, times)]));
}
