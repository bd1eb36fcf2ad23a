/** Something is wrong with the usage, the configuration or the machine. Thrown once, caught at the edge; each text stands here only. */
const MESSAGES = {
  'no-input': (what: string) => `nothing to read: ${what}`,
  'bad-option': (what: string) => what,
  'bad-lexicon': (what: string) => `a lexicon cannot be used: ${what}`,
  'bad-config': (what: string) => `a configuration cannot be used: ${what}`,
  'cannot-write': (what: string) => `cannot write to ${what}`,
  'cannot-read': (what: string) => `cannot read ${what}`,
  'stage-failed': (what: string) => `a stage failed: ${what}`,
  'no-graphs': (what: string) => `no graphs in ${what}`,
  'not-found': (what: string) => `not found: ${what}`,
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** An error of the program or the machine, with a code, a hint for the person who reads it, and its cause. */
export class WhosaidError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, what: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(MESSAGES[code](what), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'WhosaidError';
    this.code = code;
    this.hint = options.hint;
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's code of a failed file operation (`EACCES`), or undefined. */
export function systemCodeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
