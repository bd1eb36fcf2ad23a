import type { Diagnostic } from '../../schemas/diagnostic.js';

/** Counts what is wrong with a source, by rule: one warning each, with the first line it was seen on. */
export interface Faults {
  readonly add: (rule: string, line: number) => void;
  /** One diagnostic for each rule; `messages` says what each means. */
  readonly diagnostics: (messages: Readonly<Record<string, string>>) => Diagnostic[];
}

export function countFaults(): Faults {
  const seen = new Map<string, { readonly line: number; count: number }>();
  return {
    add: (rule, line) => {
      const before = seen.get(rule);
      if (before === undefined) seen.set(rule, { line, count: 1 });
      else before.count++;
    },
    diagnostics: (messages) =>
      [...seen].map(([rule, { line, count }]) => ({
        rule: `read-transcript/${rule}`,
        severity: 'warning' as const,
        line,
        message: `${messages[rule] ?? rule} (${count === 1 ? 'once' : `${count} times`})`,
      })),
  };
}
