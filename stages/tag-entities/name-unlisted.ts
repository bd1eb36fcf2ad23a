import type { EntityType } from '../../schemas/mention.js';
import { peopleOrganizationsPlaces } from '../language/compromise.js';
import type { Naming, TokenRange } from './candidate.js';
import { wordsOf, type TagContext } from './context.js';
import { fold } from './fold.js';
import { typeByCues } from './read-cues.js';

/** compromise is asked about so many different names of an episode, with so many tokens on each side: it is slow. */
const MOST_QUESTIONS = 2;
const TOKENS_AROUND = 2;

interface Kind {
  readonly type: EntityType;
  readonly method: string;
  readonly confidence: number;
}

/** Names the runs that no list knows by their own words, and says what kind of thing they are: the same for the same words. */
export function nameUnlisted(runs: readonly TokenRange[], context: TagContext): Naming[] {
  const kinds = decideKinds(runs, context);
  return runs.flatMap((run): Naming[] => {
    const words = wordsOf(context, run.from, run.to);
    const kind = kinds.get(words);
    if (kind === undefined) return [];
    const name = words === words.toLowerCase() ? withCapitals(words) : words;
    const partial = kind.type === 'person' && run.to - run.from === 1;
    return [{ ...run, name, entityType: kind.type, partial, method: kind.method, confidence: kind.confidence }];
  });
}

// the "b" of "bettina" | the "e"
const FIRST_LETTERS = /(?<![\p{L}\p{M}'’])\p{Ll}/gu;

/** A name from text without capitals, as a reader would look it up. */
function withCapitals(words: string): string {
  return words.replace(FIRST_LETTERS, (letter) => letter.toUpperCase());
}

/** The surest kind that any mention of a name speaks for; compromise is asked where none does. */
function decideKinds(runs: readonly TokenRange[], context: TagContext): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  const undecided = new Map<string, TokenRange>();
  for (const run of runs) {
    const name = wordsOf(context, run.from, run.to);
    const kind = kindByForm(run, context) ?? kindByCue(run, context);
    if (kind === undefined) {
      if (!undecided.has(name)) undecided.set(name, run);
    } else if ((kinds.get(name)?.confidence ?? 0) < kind.confidence) kinds.set(name, kind);
  }
  let questions = 0;
  for (const [name, run] of undecided) {
    if (kinds.has(name)) continue;
    const asked = TECHNICAL.test(name) ? TECHNOLOGY : questions++ < MOST_QUESTIONS ? kindByLibrary(run, context) : undefined;
    kinds.set(name, asked ?? { type: 'organization', method: 'capitals', confidence: 0.5 });
  }
  return kinds;
}

// "TypeORM", "GPT4", "eBPF" | "McCarthy", "Rust"
const TECHNICAL = /\d|\p{Ll}\p{Lu}{2}|^\p{Ll}+\p{Lu}/u;
const TECHNOLOGY: Kind = { type: 'technology', method: 'form', confidence: 0.6 };

function kindByForm({ from, to }: TokenRange, { tokens, people, lexicon: { gazetteer, endings } }: TagContext): Kind | undefined {
  const ending = endings.get(tokens[to - 1]?.lower ?? '');
  if (ending !== undefined && to - from > 1) return { type: ending, method: 'ending', confidence: 0.75 };
  const first = fold(tokens[from]?.lower ?? '');
  if (people.has(first)) return { type: 'person', method: 'speaker-name', confidence: 0.9 };
  const needs = gazetteer.firstNames.get(first);
  return needs === undefined ? undefined : { type: 'person', method: 'first-name', confidence: needs === 'nothing' ? 0.8 : 0.65 };
}

function kindByCue({ from, to }: TokenRange, { tokens, lexicon }: TagContext): Kind | undefined {
  const type = typeByCues(tokens, { start: from, end: to }, lexicon);
  return type === undefined ? undefined : { type, method: 'cue', confidence: 0.7 };
}

function kindByLibrary({ from, to }: TokenRange, context: TagContext): Kind | undefined {
  const { tokens } = context;
  const first = Math.max(0, from - TOKENS_AROUND);
  const offset = tokens[first]?.start ?? 0;
  const [start, end] = [(tokens[from]?.start ?? 0) - offset, (tokens[to - 1]?.end ?? 0) - offset];
  const around = wordsOf(context, first, Math.min(tokens.length, to + TOKENS_AROUND));
  const found = peopleOrganizationsPlaces(around).find((name) => name.start < end && start < name.end);
  return found === undefined ? undefined : { type: found.type, method: 'compromise', confidence: 0.55 };
}
