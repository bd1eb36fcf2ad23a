import type { Stance } from '../../schemas/claim.js';
import type { Span } from '../../schemas/span.js';
import { findReport, type FoundStance } from './find-report.js';
import type { TargetSource } from './find-target.js';
import { bitOf, type Cue } from './lexicon.js';
import { ADVERB, MARK, VERB, type CueHit } from './read-tokens.js';
import type { Clause, Run } from './split-clauses.js';

const OWN = { stance: 'asserts', holder: null } as const;
const INTRODUCER = bitOf('introducer');
const CONNECTIVE = bitOf('connective');
const FILLER = bitOf('filler');

/**
 * The speaker's stance to a claim: a report where somebody else is said to hold it, a doubt, a rejection or a supposition where one of
 * these leads in; else the speaker's own.
 */
export function findStance(clause: Clause, run: Run, source: TargetSource): FoundStance {
  return (
    findReport(clause, run, source) ??
    attitude(clause, run, source) ??
    condition(clause, source) ??
    openQuestion(clause, run, source) ??
    OWN
  );
}

function attitude({ first, end }: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  const { cuesFrom, cuesTo, keys, roles } = source.reading;
  const place = { end, run, source };
  const found = attitudeOf(cuesFrom[first], place) ?? attitudeOf(cuesTo[first], place);
  if (found !== undefined) return found;
  // "I don't know | how it is done": the last word of the cue opens the claim.
  const across = cuesTo[first + 1]?.filter((hit) => hit.first < first);
  let at = first;
  while (at > run.first && (keys[at - 1] === 'that' || ((roles[at - 1] ?? 0) & FILLER) !== 0 || (keys[at - 1] ?? '').endsWith('ly'))) at--;
  return attitudeOf(across, place) ?? (at === first ? undefined : attitudeOf(cuesTo[at], place));
}

function attitudeOf(
  hits: readonly CueHit[] | undefined,
  { end, run, source }: { readonly end: number; readonly run: Run; readonly source: TargetSource },
): FoundStance | undefined {
  for (const hit of hits ?? []) {
    const cue = source.words.cues.cues[hit.cue];
    const stance = cue === undefined ? undefined : ATTITUDES[cue.group];
    if (cue === undefined || stance === undefined || hit.first < run.first || hit.end >= end) continue;
    const opens = hit.first === run.first || ((source.reading.roles[hit.first - 1] ?? 0) & (MARK | CONNECTIVE)) !== 0;
    if (stance === 'supposes' && !opens) continue;
    return { stance, holder: null, sign: { ...spanOf(hit, source), rule: cue.id } };
  }
  return undefined;
}

/** "if there were a better oven": a condition alone, with one verb and no pause, says nothing; "whether I think it is bad" never does. */
function condition({ first, end }: Clause, source: TargetSource): FoundStance | undefined {
  const { keys, roles } = source.reading;
  let at = first;
  while (at + 1 < end && ((roles[at] ?? 0) & INTRODUCER) !== 0) at++;
  if (!CONDITIONS.has(keys[at] ?? '')) return undefined;
  let verbs = 0;
  let inVerb = false;
  for (let next = at + 1; next < end; next++) {
    const role = roles[next] ?? 0;
    if ((role & MARK) !== 0 || keys[next] === 'then') return undefined;
    const isVerb = (role & VERB) !== 0 && keys[next - 1] !== 'to';
    if (isVerb && !inVerb) verbs++;
    if ((role & ADVERB) === 0) inVerb = isVerb;
  }
  return verbs === 1 || keys[at] === 'whether'
    ? { stance: 'supposes', holder: null, sign: { ...spanOf({ first: at, end: at + 1 }, source), rule: CONDITION } }
    : undefined;
}

/** "whether | the oven works", "whether or not I think | it works", "whether, um, | it works": left open. */
function openQuestion({ first }: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  const { keys, roles, cuesTo } = source.reading;
  for (let at = first - 1; at >= Math.max(run.first, first - FARTHEST_QUESTION);) {
    const key = keys[at] ?? '';
    if (key === 'whether')
      return { stance: 'supposes', holder: null, sign: { ...spanOf({ first: at, end: at + 1 }, source), rule: CONDITION } };
    const thought = (cuesTo[at + 1] ?? []).find((hit) => source.words.cues.cues[hit.cue]?.id === 'stance.think');
    if (thought !== undefined) at = thought.first - 1;
    else if (BETWEEN.has(key) || ((roles[at] ?? 0) & (MARK | ADVERB | FILLER)) !== 0) at--;
    else return undefined;
  }
  return undefined;
}

const FARTHEST_QUESTION = 8;
const BETWEEN = new Set(['or', 'not', 'that', 'for', 'example']);

const CONDITION = 'stance.condition';
const CONDITIONS = new Set(['if', 'unless', 'whether']);

const ATTITUDES: Readonly<Partial<Record<Cue['group'], Stance>>> = { doubt: 'doubts', reject: 'rejects', suppose: 'supposes' };

function spanOf({ first, end }: Clause, { reading }: TargetSource): Span {
  return { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[end - 1]?.end ?? 0 };
}
