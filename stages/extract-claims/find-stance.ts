import type { Stance } from '../../schemas/claim.js';
import type { Mention } from '../../schemas/mention.js';
import { lastStartingBy, type Span } from '../../schemas/span.js';
import { bitOf, type Cue } from './lexicon.js';
import { firstPhraseFrom } from './noun-phrase.js';
import { ADVERB, AUXILIARY, MARK, type CueHit } from './read-tokens.js';
import { beginsClause, type Clause, type Run } from './split-clauses.js';
import type { TargetSource } from './find-target.js';

/** Whose view a claim is, where it is not the speaker's own. */
export interface Holder extends Span {
  readonly name: string;
}

export interface FoundStance {
  readonly stance: Stance;
  readonly holder: Holder | null;
  /** The words that told, for the provenance. */
  readonly sign?: Span & { readonly rule: string };
}

const OWN = { stance: 'asserts', holder: null } as const;
const ANYBODY = bitOf('anybody');
const POINTING = bitOf('pointing');
const OTHERS = bitOf('others');
const CONNECTIVE = bitOf('connective');
const LINK = new Set(['that', 'how', 'like', 'out', 'is', 'me', 'us', 'you', 'him', 'her', 'them']);
/** Between a frame ("she says that") and its claim stand at most so many tokens; between its subject and its verb, too. */
const SLACK = 4;
/** The words of another voice are looked for so many tokens before a claim, inside quotation marks. */
const LONGEST_QUOTATION = 40;

/**
 * The speaker's stance to a claim: a report where somebody else is said to hold it, a doubt, a rejection or a supposition where one of
 * these leads in; else the speaker's own. Only frames that touch the claim count: a wrong holder is worse than none.
 */
export function findStance(clause: Clause, run: Run, source: TargetSource): FoundStance {
  return (
    reportWithin(clause, run, source) ??
    reportBefore(clause, run, source) ??
    reportAround(clause, run, source) ??
    attitude(clause, run, source) ??
    OWN
  );
}

/** "the manager said it was late": the claim holds its own frame. */
function reportWithin(clause: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  for (let verb = clause.first + 1; verb < Math.min(clause.end, clause.first + SLACK + 2); verb++) {
    const hit = reportingAt(verb, source);
    if (hit === undefined) continue;
    const next = linkedFrom(hit.end, clause.end, source);
    const opens = source.words.cues.cues[hit.cue]?.id === ABOUT || next > hit.end || beginsClause(next, run, source.reading);
    return opens && next < clause.end ? report(hit, subjectBefore(verb, clause.first, source), source) : undefined;
  }
  return undefined;
}

/** "she says that | it was late", also later in the words that she is quoted with. */
function reportBefore({ first }: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  const { keys } = source.reading;
  const opened = openQuotation(first, run, source);
  for (let at = (opened ?? first) - 1; at >= Math.max(run.first, (opened ?? first) - SLACK); at--) {
    const hit = (source.reading.cuesTo[at + 1] ?? []).find(({ cue }) => isReporting(source.words.cues.cues[cue]));
    if (hit !== undefined) return report(hit, subjectBefore(hit.first, Math.max(run.first, hit.first - 2 * SLACK), source), source);
    if (!LINK.has(keys[at] ?? '') && ((source.reading.roles[at] ?? 0) & (MARK | ADVERB)) === 0) return undefined;
  }
  return undefined;
}

/** "according to the survey | half of them left". */
function reportAround({ first, end }: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  const { reading, words, phrases } = source;
  for (let at = Math.max(run.first, first - SLACK); at < Math.min(run.end, end + SLACK); at++) {
    const hits = reading.cuesFrom[at] ?? [];
    const hit = hits.length === 0 ? undefined : hits.find(({ cue }) => words.cues.cues[cue]?.id === SOURCE);
    const phrase = hit === undefined ? undefined : phrases[firstPhraseFrom(phrases, hit.end)];
    if (hit !== undefined && phrase?.first === hit.end && phrase.end <= run.end) return report(hit, phrase, source);
  }
  return undefined;
}

function attitude({ first, end }: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  const { cuesFrom, cuesTo, keys } = source.reading;
  const linked = keys[first - 1] === 'that' ? cuesTo[first - 1] : undefined;
  const place = { end, run, source };
  return attitudeOf(cuesFrom[first], place) ?? attitudeOf(cuesTo[first], place) ?? attitudeOf(linked, place);
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

const ATTITUDES: Readonly<Partial<Record<Cue['group'], Stance>>> = { doubt: 'doubts', reject: 'rejects', suppose: 'supposes' };

/** Cues that report: a verb with the words of somebody, a verb with what they are about, a source. */
const SAYING = 'report.verb';
const ABOUT = 'report.about';
const SOURCE = 'report.source';

function isReporting(cue: Cue | undefined): boolean {
  return cue?.id === SAYING || cue?.id === ABOUT;
}

function reportingAt(at: number, { reading, words }: TargetSource): CueHit | undefined {
  const hits = reading.cuesFrom[at] ?? [];
  return hits.length === 0 ? undefined : hits.find(({ cue }) => isReporting(words.cues.cues[cue]));
}

function linkedFrom(at: number, end: number, { reading }: TargetSource): number {
  let next = at;
  while (next < end && (LINK.has(reading.keys[next] ?? '') || ((reading.roles[next] ?? 0) & MARK) !== 0)) next++;
  return next;
}

/** Where the quotation opened that a token stands in, if it does. */
function openQuotation(at: number, run: Run, { reading }: TargetSource): number | undefined {
  for (let index = at - 1; index >= Math.max(run.first, at - LONGEST_QUOTATION); index--) {
    const key = reading.keys[index] ?? '';
    if (key === '”') return undefined;
    if (key === '"' || key === '“') return countQuotes(run.first, index, reading.keys) % 2 === 0 ? index : undefined;
  }
  return undefined;
}

function countQuotes(first: number, end: number, keys: readonly string[]): number {
  let count = 0;
  for (let at = first; at < end; at++) if (keys[at] === '"' || keys[at] === '“' || keys[at] === '”') count++;
  return count;
}

/** The one who reports: the noun phrase or pronoun before the verb. The speakers themselves, and "I", are nobody else. */
function subjectBefore(verb: number, from: number, { reading, phrases }: TargetSource): Clause | undefined {
  let at = verb - 1;
  while (at >= from && ((reading.roles[at] ?? 0) & (AUXILIARY | ADVERB)) !== 0) at--;
  if (at < from) return undefined;
  const role = reading.roles[at] ?? 0;
  if (reading.keys[at] === 'you') return YIELDING.has(reading.keys[at - 1] ?? '') ? undefined : { first: at, end: at + 1 };
  if ((role & OTHERS) !== 0) return { first: at, end: at + 1 };
  if ((role & (ANYBODY | POINTING)) !== 0) return undefined;
  const phrase = phrases[firstPhraseFrom(phrases, at + 1) - 1];
  return phrase?.end === at + 1 && phrase.first >= from ? phrase : undefined;
}

/** "as you said", "if you say": the speaker agrees, or nobody said it. */
const YIELDING = new Set(['as', 'like', 'if', 'when', 'what', 'would', 'could']);

function report(verb: Clause, subject: Clause | undefined, source: TargetSource): FoundStance | undefined {
  if (subject === undefined) return undefined;
  const span = spanOf(subject, source);
  const words = source.text.slice(span.start, span.end);
  const key = source.reading.keys[subject.first] ?? '';
  const named = key === 'he' || key === 'she' ? lastPerson(span.start, source) : key === 'you' ? addressed(span.start, source) : undefined;
  return { stance: 'reports', holder: { name: named?.name ?? words, ...span }, sign: { ...spanOf(verb, source), rule: 'report.verb' } };
}

/** "Nora, you said": the one who is spoken to. */
function addressed(at: number, source: TargetSource): Mention | undefined {
  const person = lastPerson(at, source);
  return person !== undefined && at - person.end <= ADDRESS ? person : undefined;
}

const ADDRESS = 2;
/** A pronoun stands for a person who was named at most so many code units before. */
const NAMED_NEAR = 400;

/** The only person named shortly before; with two of them, nobody is. */
function lastPerson(at: number, { mentions }: TargetSource): Mention | undefined {
  let last: Mention | undefined;
  for (let index = lastStartingBy(mentions, at - 1); index >= 0; index--) {
    const mention = mentions[index];
    if (mention === undefined || at - mention.end > NAMED_NEAR) break;
    if (mention.entityType !== 'person') continue;
    if (last !== undefined && last.name !== mention.name) return undefined;
    last ??= mention;
  }
  return last;
}

function spanOf({ first, end }: Clause, { reading }: TargetSource): Span {
  return { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[end - 1]?.end ?? 0 };
}
