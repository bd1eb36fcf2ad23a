import type { Doc, Sentence } from '../../schemas/document.js';
import { lastStartingBy, type Span } from '../../schemas/span.js';
import type { Turn } from '../../schemas/turn.js';
import type { SectionKind } from '../../schemas/topic.js';
import type { BreakCue, BreakLexicon, BreakLimits } from './break-lexicon.js';

/** A stretch that is no part of the talk itself: an advertisement, or what frames a show. */
export interface Break extends Span {
  readonly kind: Exclude<SectionKind, 'content'>;
}

/** A cue that was heard, and the sentences that hold it. */
interface Heard extends Span {
  readonly role: BreakCue['role'];
}

type BreakDoc = Doc<'sentences' | 'turns'>;

/** Around an anchor, this many characters are looked at. */
const BEFORE = 90;
const AFTER = 70;
/** Characters of a word with its space, on average. */
export const LETTERS = 5.7;

/** Finds advertisements, the opening and the ending of a show, in order and apart from each other. What is not sure is content. */
export function findBreaks(doc: BreakDoc, { cues, limits }: BreakLexicon): Break[] {
  const heard = hear(doc, cues, limits);
  const opened = findAds(heard, doc, limits);
  const ads = [...opened, ...findThankingTurns(heard, doc, { limits, opened })].sort((a, b) => a.start - b.start);
  const frames = [...findIntro(heard, doc, limits), ...findOutro(heard, doc, limits)];
  // An advertisement inside a frame ends it there.
  const framed = frames.flatMap((frame) => clip(frame, ads));
  return [...ads, ...framed].sort((a, b) => a.start - b.start);
}

function hear(doc: BreakDoc, cues: readonly BreakCue[], limits: BreakLimits): Heard[] {
  const lower = doc.text.toLowerCase();
  const { length } = doc.text;
  // A character that changes its length in lower case would shift every place after it.
  if (lower.length !== length) return [];
  const hearIn = (role: BreakCue['role'], { start, end }: Span): Heard[] => {
    const stretch = { words: lower.slice(start, end), offset: start };
    return cues.filter((cue) => cue.role === role).flatMap((cue) => hearCue(cue, stretch, doc.layers.sentences));
  };
  const opens = hearIn('opens', { start: 0, end: length });
  const thanks = hearIn('thanks', { start: 0, end: length });
  // What is asked matters only beside a sponsor: most episodes name none.
  const named = [...opens, ...thanks.map(({ start }) => ({ start: Math.max(0, Math.round(start - limits.thankingTurn * LETTERS)) }))];
  const first = named.reduce((least, { start }) => Math.min(least, start), length);
  const rest = { start: first, end: length };
  return [
    ...opens,
    ...thanks,
    ...(['asks', 'closes', 'returns'] as const).flatMap((role) => hearIn(role, rest)),
    ...hearIn('intro', { start: 0, end: Math.round(limits.introWords * LETTERS) }),
    ...hearIn('outro', { start: Math.max(0, length - Math.round(limits.outroWords * LETTERS)), end: length }),
  ].sort((one, other) => one.start - other.start);
}

function hearCue(
  { role, anchors, pattern, unless }: BreakCue,
  { words: lower, offset }: { readonly words: string; readonly offset: number },
  sentences: readonly Sentence[],
): Heard[] {
  const heard: Heard[] = [];
  for (const anchor of anchors)
    for (let at = lower.indexOf(anchor); at !== -1; at = lower.indexOf(anchor, at + anchor.length)) {
      const words = lower.slice(Math.max(0, at - BEFORE), at + anchor.length + AFTER).replace(/[^\p{L}\p{N}%./']+/gu, ' ');
      if (pattern.test(words) && unless?.test(words) !== true) heard.push({ role, ...sentenceAt(offset + at, anchor.length, sentences) });
    }
  return heard;
}

function sentenceAt(at: number, length: number, sentences: readonly Sentence[]): Span {
  const first = sentences[Math.max(0, lastStartingBy(sentences, at))];
  const last = sentences[Math.max(0, lastStartingBy(sentences, at + length))];
  return { start: first?.start ?? at, end: last?.end ?? at + length };
}

/** From each sponsor that is named to the last sentence that asks listeners for something, if that follows soon. */
function findAds(heard: readonly Heard[], { layers }: BreakDoc, limits: BreakLimits): Break[] {
  const ads: Break[] = [];
  const told = heard.filter(({ role }) => role !== 'outro');
  for (const [index, { role, start, end: opened }] of told.entries()) {
    if (role !== 'opens' || start < (ads.at(-1)?.end ?? 0)) continue;
    let end = opened;
    let asks = 0;
    for (const cue of told.slice(index + 1)) {
      const most = asks > 0 ? limits.betweenAsks : limits.toFirstAsk;
      if (cue.start - end > most * LETTERS || cue.end - start > limits.longest * LETTERS) break;
      // A sponsor that is named again begins an advertisement of its own, if anything is asked after it.
      if (cue.role === 'opens' && asks > 0) break;
      if (asks > 0 && isParted(layers.turns, end, cue.start)) break;
      if ((cue.role === 'returns' || cue.role === 'intro') && cue.start >= opened) break;
      if (cue.role === 'asks') asks++;
      if (cue.role === 'asks' || cue.role === 'closes' || cue.role === 'thanks') end = Math.max(end, cue.end);
    }
    const turns = lastStartingBy(layers.turns, end - 1) - lastStartingBy(layers.turns, start);
    if (asks > 0 && turns < limits.turns) ads.push({ kind: 'ad', start, end });
  }
  return ads;
}

/** A later turn of the same voice: something stands between them (a jingle, a break), and what comes after it is something else. */
function isParted(turns: readonly Turn[], end: number, start: number): boolean {
  const before = lastStartingBy(turns, end - 1);
  const after = lastStartingBy(turns, start);
  return after === before + 1 && turns[before]?.voice === turns[after]?.voice;
}

/** Short turns that ask listeners for something and thank a sponsor, from their start to the thanks: here the sponsor is named last. */
function findThankingTurns(
  heard: readonly Heard[],
  { layers }: BreakDoc,
  { limits, opened }: { readonly limits: BreakLimits; readonly opened: readonly Break[] },
): Break[] {
  const ads: Break[] = [];
  for (const { end } of heard.filter(({ role }) => role === 'thanks')) {
    const turn = layers.turns[lastStartingBy(layers.turns, end - 1)];
    if (turn === undefined || turn.end - turn.start > limits.thankingTurn * LETTERS) continue;
    const { start } = turn;
    const asks = heard.some((cue) => cue.role === 'asks' && cue.start >= start && cue.end <= end);
    if (asks && [...opened, ...ads].every((ad) => ad.end <= start || ad.start >= end)) ads.push({ kind: 'ad', start, end });
  }
  return ads;
}

function findIntro(heard: readonly Heard[], { text }: BreakDoc, limits: BreakLimits): Break[] {
  let end = 0;
  for (const cue of heard) if (cue.role === 'intro' && cue.start - end <= limits.gapInFrame * LETTERS) end = Math.max(end, cue.end);
  return end < limits.leastFrame * LETTERS || end > text.length / 2 ? [] : [{ kind: 'intro', start: 0, end }];
}

function findOutro(heard: readonly Heard[], { text }: BreakDoc, limits: BreakLimits): Break[] {
  let start = text.length;
  for (const cue of heard.filter(({ role }) => role === 'outro').reverse())
    if (start - cue.end <= limits.gapInFrame * LETTERS) start = Math.min(start, cue.start);
  const length = text.length - start;
  return length < limits.leastFrame * LETTERS || start < text.length / 2 ? [] : [{ kind: 'outro', start, end: text.length }];
}

/** The part of a frame that no advertisement takes: before the first one in an opening, after the last one in an ending. */
function clip(frame: Break, ads: readonly Break[]): Break[] {
  let { start, end } = frame;
  for (const ad of ads) {
    if (ad.end <= start || ad.start >= end) continue;
    if (frame.kind === 'intro') end = Math.min(end, ad.start - 1);
    else start = Math.max(start, ad.end + 1);
  }
  return end > start ? [{ ...frame, start, end }] : [];
}
