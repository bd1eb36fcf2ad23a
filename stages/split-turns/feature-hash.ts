/** 32-bit FNV-1a of a word's letters and digits; apostrophes are passed over, so that "what's" and "whats" are one word. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code === 0x27 || code === 0x2019) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash | 0;
}

/** One number from a feature's template and the one or two values that fill it. Equal inputs give equal numbers on every machine. */
export function mix(template: number, first: number, second = 0): number {
  let hash = Math.imul(template ^ 0x9e3779b9, 0x85ebca6b) ^ first;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(second, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return (hash ^ (hash >>> 16)) | 0;
}
