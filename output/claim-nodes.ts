import type { Claim } from '../schemas/claim.js';
import type { NodeOf } from '../schemas/graph.js';
import { slice, type Span } from '../schemas/span.js';
import { entityIdOf, mentionIn, rounded, speakerOfTurn, type Frame, type GraphNode } from './frame.js';
import { claimId, nameSlug, turnId } from './ids.js';
import { placeOf } from './locate.js';
import { recordingUrl, type RecordingUrl } from './recording-url.js';
import { displayName } from './speaker-nodes.js';
import { eventsIn } from './turn-nodes.js';

/** One node for each claim that is as sure as was asked for. */
export function claimNodes(frame: Frame): GraphNode<NodeOf<'Claim'>>[] {
  const urlAt = recordingUrl(frame.doc.episode);
  return frame.doc.layers.claims
    .filter((claim) => claim.confidence >= frame.facts.minConfidence)
    .map((claim) => claimNode(claim, frame, urlAt));
}

function claimNode(claim: Claim, frame: Frame, urlAt: RecordingUrl): GraphNode<NodeOf<'Claim'>> {
  const { doc } = frame;
  const quote = slice(doc.text, claim);
  const gaps = eventsIn(doc.layers.events, { start: claim.start + 1, end: claim.end });
  const speaker = speakerOfTurn(frame, claim.turn);
  const { line, endLine, startMs, endMs, timeBasis } = placeOf(claim, doc.layers.segments);
  // No spreads: after one, every further property is stored the slow way. What is undefined is not written.
  return {
    id: claimId(doc.id, frame.textSha256, claim),
    label: claim.text,
    metadata: {
      type: 'Claim',
      quote,
      text: claim.text,
      start: claim.start,
      end: claim.end,
      line,
      endLine,
      startMs,
      endMs,
      timeBasis,
      url: urlAt(startMs),
      turn: turnId(doc.id, claim.turn),
      gaps: gaps.length === 0 ? undefined : gaps,
      kind: claim.kind,
      claimType: claim.claimType,
      speaker,
      stance: claim.stance,
      holder: holderOf(claim, speaker, frame),
      target: targetOf(claim, frame),
      polarity: claim.polarity,
      strength: strengthOf(claim, doc.text),
      context: claim.question === undefined ? undefined : { question: questionOf(claim.question, doc.id) },
      confidence: rounded(claim.confidence),
      attributionConfidence: rounded(doc.layers.turns[claim.turn]?.confidence ?? 0),
      // As they are: an episode has thousands of them.
      provenance: [...claim.provenance],
    },
  };
}

function questionOf(question: Span & { readonly turn: number }, episodeId: string): { turn: string; start: number; end: number } {
  return { turn: turnId(episodeId, question.turn), start: question.start, end: question.end };
}

/** The one whose view it is: whoever the speaker reports, else the speaker. */
function holderOf(claim: Claim, speaker: string | null, frame: Frame): NodeOf<'Claim'>['holder'] {
  if (claim.holder === null) return ownHolder(claim, speaker, frame);
  const { name, start, end } = claim.holder;
  if (start === undefined || end === undefined) return { name };
  const mention = mentionIn({ start, end }, frame);
  const person = mention !== undefined && mention.entityType !== 'concept' ? { id: entityIdOf(mention, frame) } : {};
  return { name, ...person, start, end };
}

function ownHolder(claim: Claim, speaker: string | null, { doc }: Frame): NodeOf<'Claim'>['holder'] {
  if (speaker === null) return { name: 'unattributed' };
  const voice = doc.layers.turns[claim.turn]?.voice;
  const found = doc.layers.speakers.find((candidate) => candidate.voice === voice);
  return { name: found === undefined ? 'unattributed' : displayName(found), id: speaker };
}

/** What the claim is about: the entity its target names, or the topic of that name. */
function targetOf({ target }: Claim, frame: Frame): NodeOf<'Claim'>['target'] {
  const { text, start, end } = target;
  const span = start === undefined || end === undefined ? undefined : { start, end };
  const mention = span === undefined ? frame.mentionsBySlug.get(nameSlug(text)) : mentionIn(span, frame);
  const id = mention === undefined ? topicLike(text, frame) : entityIdOf(mention, frame);
  return { text, id, start, end };
}

function topicLike(text: string, { topicSlugs }: Frame): string | undefined {
  const dashed = `-${nameSlug(text)}-`;
  return topicSlugs.find((topic) => dashed.includes(topic.dashed))?.id;
}

function strengthOf({ strength }: Claim, text: string): NodeOf<'Claim'>['strength'] {
  const withText = (spans: readonly Span[]) =>
    spans.length === 0 ? [] : spans.map((span) => ({ text: slice(text, span), start: span.start, end: span.end }));
  return {
    hedges: withText(strength.hedges),
    boosters: withText(strength.boosters),
    negations: withText(strength.negations),
    quantifiers: withText(strength.quantifiers),
  };
}
