import type { Naming } from './candidate.js';
import { wordsOf, type TagContext } from './context.js';
import type { Settled } from './settled.js';

// "2", "3.5" | "2018", "10x"
const VERSION = /^\d{1,2}(?:\.\d+)?$/;
// "gpt-4" | "gpt"
const HAS_VERSION = /\d$/;

/** Gives each listed name that is meant its canonical name; a version behind a technology belongs to it ("LLaMA 2"). */
export function nameListed(settled: readonly Settled[], context: TagContext): Naming[] {
  return settled.map(({ candidate: { from, to, sense, written }, method, confidence }) => {
    const { name, type } = sense.listed;
    const naming: Naming = { from, to, name, entityType: type, partial: false, method, confidence };
    if (type !== 'technology' || written !== 'name' || !hasVersion(context, to)) return naming;
    return { ...naming, to: to + 1, name: `${name} ${context.tokens[to]?.lower ?? ''}`, method: `${method}+version` };
  });
}

/** A number directly behind, with no noun that it could count ("Python 3 is", not "Go 3 times"). */
function hasVersion(context: TagContext, at: number): boolean {
  const [name, version, next] = context.tokens.slice(at - 1, at + 2);
  if (name === undefined || version === undefined || !VERSION.test(version.lower) || HAS_VERSION.test(name.lower)) return false;
  if (wordsOf(context, at - 1, at + 1).length !== name.end - name.start + 1 + version.lower.length) return false;
  return next === undefined || (next.pos !== 'NOUN' && next.lower !== '%' && next.lower !== '-');
}
