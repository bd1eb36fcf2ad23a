import type { Stance } from '../../schemas/claim.js';
import type { Mention } from '../../schemas/mention.js';
import { lastStartingBy, type Span } from '../../schemas/span.js';
import { bitOf, type Cue } from './lexicon.js';
import { reporterOf } from './find-reporter.js';
import { firstPhraseFrom } from './noun-phrase.js';
import { ADVERB, MARK, type CueHit } from './read-tokens.js';
import { beginsClause, type Clause, type Run } from './split-clauses.js';
import { isHuman, type TargetSource } from './find-target.js';

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

const INTRODUCER = bitOf('introducer');
const POSSESSIVE = bitOf('possessive');
const LINK = new Set(['that', 'how', 'like', 'out', 'is', 'me', 'us', 'you', 'him', 'her', 'them']);
/** What somebody who is quoted begins with: "she said, well, it was late". */
const CALLS = new Set(['oh', 'ah', 'hey', 'well', 'okay', 'ok', 'yeah', 'yes', 'no', 'look', 'gosh', 'wow']);

function isLink(key: string): boolean {
  return LINK.has(key) || CALLS.has(key);
}

/** Between a frame ("she says that") and its claim stand at most so many tokens; between its subject and its verb, too. */
const SLACK = 4;
/** The words of another voice are looked for so many tokens before a claim, inside quotation marks. */
const LONGEST_QUOTATION = 40;
/** "one guest who came by yesterday and" has at most so many tokens. */
const LONGEST_RELATIVE = 12;
/** One who reports stands at most so many tokens before the verb. */
const FARTHEST_REPORTER = 14;

/** Whose view a claim is, where somebody else is said to hold it. Only frames that touch the claim count: a wrong holder is worse than none. */
export function findReport(clause: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  return (
    reportWithin(clause, run, source) ??
    reportBefore(clause, run, source) ??
    reportAround(clause, run, source) ??
    reportInPassing(clause, source)
  );
}

/** "the manager said it was late", "one guest who came by said it was late": the claim holds its own frame. */
function reportWithin(clause: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  const { keys, roles } = source.reading;
  let opening = clause.first;
  while (opening + 1 < clause.end && ((roles[opening] ?? 0) & (INTRODUCER | MARK)) !== 0) opening++;
  for (let verb = opening; verb < Math.min(clause.end, opening + LONGEST_RELATIVE); verb++) {
    const hit = reportingAt(verb, source);
    const id = hit === undefined ? '' : (source.words.cues.cues[hit.cue]?.id ?? '');
    if (hit === undefined || (id === LIKE && !isCalled(hit.end, source))) continue;
    const next = linkedFrom(hit.end, clause.end, source);
    const linked = id === WORK ? keys[hit.end] === 'that' : next > hit.end;
    const opens = id === ABOUT || linked || beginsClause(next, run, source.reading);
    const subject = subjectOf(hit, verb === opening ? Math.max(run.first, verb - FARTHEST_REPORTER) : clause.first, source);
    // A late verb frames the claim only where its subject opens it: "they left because she said so" is the speaker's.
    const near = verb < opening + SLACK + 2 || (subject?.first ?? Infinity) <= opening + 1;
    // "until she says it is late, they stay": only if she does.
    if (opens && near && next < clause.end && OPEN.has(keys[opening] ?? '') && hasPause(next, clause.end, source)) return undefined;
    if (opens && near && next < clause.end) return supposedOrReported(hit, subject, source);
    if (near && id !== THINK) return undefined;
  }
  return undefined;
}

const OPEN = new Set(['if', 'unless', 'until', 'whether']);

/** "if people think that | it is late": nobody is said to. */
function supposedOrReported(verb: CueHit, subject: Clause | undefined, source: TargetSource): FoundStance | undefined {
  const before = subject === undefined ? -1 : subject.first - 1;
  if (!OPEN.has(source.reading.keys[before] ?? '')) return report(verb, subject, source);
  return { stance: 'supposes', holder: null, sign: { ...spanOf({ first: before, end: before + 1 }, source), rule: 'stance.condition' } };
}

function hasPause(from: number, end: number, { reading }: TargetSource): boolean {
  for (let at = from; at < end; at++) if (reading.keys[at] === ',') return true;
  return false;
}

/** "she says that | it was late", also later in the words that she is quoted with. */
function reportBefore({ first }: Clause, run: Run, source: TargetSource): FoundStance | undefined {
  const { keys, roles } = source.reading;
  const opened = openQuotation(first, run, source);
  for (let at = (opened ?? first) - 1; at >= Math.max(run.first, (opened ?? first) - SLACK); at--) {
    const hit = (source.reading.cuesTo[at + 1] ?? []).find(({ cue }) => isReporting(source.words.cues.cues[cue]));
    const id = hit === undefined ? '' : source.words.cues.cues[hit.cue]?.id;
    if (hit !== undefined && (id !== LIKE || isCalled(hit.end, source)))
      return supposedOrReported(hit, subjectOf(hit, Math.max(run.first, hit.first - FARTHEST_REPORTER), source), source);
    const key = keys[at] ?? '';
    if (!isLink(key) && ((roles[at] ?? 0) & (MARK | ADVERB)) === 0) return undefined;
  }
  return undefined;
}

/** "the goal, the way she describes it, is speed". */
function reportInPassing({ first, end }: Clause, source: TargetSource): FoundStance | undefined {
  const { reading, words } = source;
  for (let at = first; at < end; at++) {
    const hits = reading.cuesFrom[at] ?? [];
    const hit = hits.length === 0 ? undefined : hits.find(({ cue }) => words.cues.cues[cue]?.id === WAY);
    const subject = hit === undefined ? undefined : reporterOf(hit.first, first, source);
    if (hit === undefined || subject === undefined) continue;
    // A noun phrase may begin with "the way".
    const way = reading.keys.indexOf('way', Math.max(first, subject.first - 1));
    if (way >= 0 && way + 1 < subject.end) return report(hit, { first: way + 1, end: subject.end }, source);
  }
  return undefined;
}

/** The one who says, thinks or wrote it: "you think" asks, and "the idea is that" is nobody's. */
function subjectOf(hit: CueHit, from: number, source: TargetSource): Clause | undefined {
  const { reading, words, phrases } = source;
  const id = words.cues.cues[hit.cue]?.id;
  if (id === WORK) {
    const work = phrases[firstPhraseFrom(phrases, hit.first + 1) - 1];
    if (work?.end !== hit.first + 1 || work.first < from) return undefined;
    return reading.keys.slice(work.first, work.end).some(isOwner) ? work : undefined;
  }
  const subject = reporterOf(hit.first, from, source);
  return id === THINK && subject !== undefined && reading.keys[subject.first] === 'you' ? undefined : subject;
}

function isOwner(key: string): boolean {
  return key === 's' || key === 'his' || key === 'her' || key === 'their';
}

/** "they were like, | it is late", "she's like oh | it is late". */
function isCalled(at: number, { reading }: TargetSource): boolean {
  return CALLS.has(reading.keys[at] ?? '') || ((reading.roles[at] ?? 0) & MARK) !== 0;
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

/** Cues that report: a verb with the words of somebody, a verb with what they are about, a source; what is thought, a work, a manner. */
const SAYING = 'report.verb';
const MORE = 'report.more';
const ABOUT = 'report.about';
const SOURCE = 'report.source';
const THINK = 'report.think';
const LIKE = 'report.like';
const WORK = 'report.work';
const WAY = 'report.way';
const REPORTING = new Set([SAYING, MORE, ABOUT, THINK, LIKE, WORK]);

function isReporting(cue: Cue | undefined): boolean {
  return cue !== undefined && REPORTING.has(cue.id);
}

function reportingAt(at: number, { reading, words }: TargetSource): CueHit | undefined {
  const hits = reading.cuesFrom[at] ?? [];
  return hits.length === 0 ? undefined : hits.find(({ cue }) => isReporting(words.cues.cues[cue]));
}

function linkedFrom(at: number, end: number, { reading }: TargetSource): number {
  let next = at;
  while (next < end && (isLink(reading.keys[next] ?? '') || ((reading.roles[next] ?? 0) & MARK) !== 0)) next++;
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

function report(verb: Clause, subject: Clause | undefined, source: TargetSource): FoundStance | undefined {
  if (subject === undefined) return undefined;
  const span = spanOf(subject, source);
  const words = source.text.slice(span.start, span.end);
  const key = source.reading.keys[subject.first] ?? '';
  const named = key === 'he' || key === 'she' ? spokenOf(subject.first, source) : key === 'you' ? addressed(span.start, source) : undefined;
  return { stance: 'reports', holder: { name: named?.name ?? words, ...span }, sign: { ...spanOf(verb, source), rule: 'report.verb' } };
}

/** "Nora left. He said": the one who is spoken of, unless somebody without a name ("my boss") stands nearer. */
function spokenOf(at: number, source: TargetSource): Mention | undefined {
  const { phrases, reading } = source;
  const person = lastPerson(reading.tokens[at]?.start ?? 0, source);
  if (person === undefined) return undefined;
  for (let index = firstPhraseFrom(phrases, at) - 1; index >= 0; index--) {
    const phrase = phrases[index];
    if (phrase === undefined || (reading.tokens[phrase.end - 1]?.end ?? 0) <= person.end) break;
    // "Nora Lind, a baker" is Nora; "her boss" is not.
    if (((reading.roles[phrase.first] ?? 0) & POSSESSIVE) !== 0 && isHuman(phrase, reading)) return undefined;
  }
  return person;
}

/** "Nora, you said": the one who is spoken to. */
function addressed(at: number, source: TargetSource): Mention | undefined {
  const person = lastPerson(at, source);
  return person !== undefined && at - person.end <= ADDRESS ? person : undefined;
}

const ADDRESS = 2;
/** A pronoun stands for a person who was named at most so many code units before. */
const NAMED_NEAR = 400;

/** The only other person named shortly before; with two of them, nobody is. */
function lastPerson(at: number, { mentions, speaker }: TargetSource): Mention | undefined {
  let last: Mention | undefined;
  for (let index = lastStartingBy(mentions, at - 1); index >= 0; index--) {
    const mention = mentions[index];
    if (mention === undefined || at - mention.end > NAMED_NEAR) break;
    if (mention.entityType !== 'person' || mention.name === speaker) continue;
    if (last !== undefined && last.name !== mention.name) return undefined;
    last ??= mention;
  }
  return last;
}

function spanOf({ first, end }: Clause, { reading }: TargetSource): Span {
  return { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[end - 1]?.end ?? 0 };
}
