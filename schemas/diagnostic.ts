import type { Span } from './span.js';

/** Something worth knowing about *this text*: data, returned beside a layer and written to the output; never thrown, never logged by a stage. */
export interface Diagnostic {
  /** `stage/rule`, e.g. `split-turns/silent-change`. */
  readonly rule: string;
  readonly severity: 'info' | 'warning';
  readonly message: string;
  /** Where in the canonical text, when it has a place there. */
  readonly span?: Span;
  /** 1-based line of the source, for what has no place in the canonical text (a line that was dropped, say). */
  readonly line?: number;
}
