import { hash } from 'node:crypto';
import type { EntityType } from '../schemas/mention.js';
import type { Span } from '../schemas/span.js';

/** Hexadecimal SHA-256 of a string (as UTF-8) or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

const SHORT_ID_DIGITS = 16;

/** `<ep>` of contract.md, 2: the first 16 hex digits of the source's hash. */
export function episodeIdOf(sourceSha256: string): string {
  return sourceSha256.slice(0, SHORT_ID_DIGITS);
}

/** `<slug>` of an episode's files: the source's stem, `-`, the first 8 digits of its id. */
export function fileSlugOf(stem: string, episodeId: string): string {
  return `${stem.replace(UNSAFE_IN_FILE_NAME, '_')}-${episodeId.slice(0, 8)}`;
}

// Characters that some file system refuses, and white space: "a b:c" -> "a_b_c".
const UNSAFE_IN_FILE_NAME = /[^\p{L}\p{N}._-]+/gu;

// Most names: ASCII letters and digits, single spaces: "transfer learning", "GPT 4"; not "C++", "GPT-4".
const PLAIN_NAME = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/u;

/**
 * The slug of a name: NFKC, lower case, `+` as `-plus`, `#` as `-sharp`, a leading `.` as `dot-`, other runs of non-letters as `-`.
 * Digits count as letters, since `GPT-3` and `GPT-4` are two things; dashes at the ends are dropped.
 *
 * @example nameSlug('C++') // 'c-plus-plus'
 */
export function nameSlug(name: string): string {
  if (PLAIN_NAME.test(name)) return name.toLowerCase().replaceAll(' ', '-');
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+/gu, '-plus')
    .replace(/#/gu, '-sharp')
    .replace(/^\./u, 'dot-')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return slug === '' ? `x-${sha256(name).slice(0, 8)}` : slug;
}

/** Id of an entity; a thing known only by part of its name is the episode's own. */
export function entityId(entityType: EntityType, name: string, onlyIn: string | null): string {
  return `entity:${entityType}/${onlyIn === null ? '' : `${onlyIn}~`}${nameSlug(name)}`;
}

/** Id of a claim: from its episode, its text and its place, so that a review survives a better program. */
export function claimId(episodeId: string, textSha256: string, span: Span): string {
  return `claim:${sha256(`${episodeId}:${textSha256}:${String(span.start)}:${String(span.end)}`).slice(0, SHORT_ID_DIGITS)}`;
}

export const episodeNodeId = (episodeId: string): string => `episode:${episodeId}`;
export const speakerId = (episodeId: string, voice: number): string => `speaker:${episodeId}/${String(voice + 1)}`;
export const turnId = (episodeId: string, index: number): string => `turn:${episodeId}/${String(index + 1)}`;
export const sectionId = (episodeId: string, index: number): string => `section:${episodeId}/${String(index + 1)}`;
export const topicId = (label: string): string => `topic:${nameSlug(label)}`;
