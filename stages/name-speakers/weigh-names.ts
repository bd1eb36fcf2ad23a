import type { NameEvidence, RoleEvidence } from './evidence.js';
import { roundWeight } from './evidence.js';
import type { NameMention } from './find-names.js';
import type { HeardName } from './hear-names.js';
import type { NameCue, Weighing } from './lexicon.js';
import type { ResolveName } from './persons.js';
import type { Word } from './read-words.js';
import type { OwnHandle } from './spelled-names.js';
import type { GuestLeaning } from './read-facts.js';
import type { TurnOrder, VoiceMeant } from './turn-order.js';

/** What a text says about names, before it is laid on voices. */
export interface HeardNames {
  readonly words: readonly Word[];
  readonly mentions: readonly NameMention[];
  readonly heard: readonly HeardName[];
  readonly handles: readonly OwnHandle[];
  readonly resolve: ResolveName;
}

/** How things are weighed, and which voice talks like a guest. */
export interface Weights {
  readonly weighing: Weighing;
  readonly leaning: GuestLeaning;
}

/** Lays every cue on the voice it means; a greeting or a mention counts against the voice that makes it. */
export function weighNames(names: HeardNames, order: TurnOrder, { weighing, leaning }: Weights): NameEvidence[] {
  return [
    ...fromCues(names, order, { weighing, leaning }),
    ...fromHandles(names, order, weighing),
    ...fromMentions(names, order, weighing),
  ];
}

/** The roles that naming cues imply: who introduces somebody is a host. */
export function rolesFromCues({ words, heard }: HeardNames, order: TurnOrder, weighing: Weighing): RoleEvidence[] {
  return heard.flatMap(({ cue, from, to }) => {
    const span = { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
    const roles: RoleEvidence[] = [];
    const [speaker, named] = [order.meant(span.start, 'speaker'), order.meant(span.start, cue.gives)];
    if (cue.speakerRole !== undefined && speaker !== undefined) {
      roles.push({
        ...span,
        voice: speaker.voice,
        role: cue.speakerRole,
        kind: `role.${cue.speakerRole}/${cue.id}`,
        weight: roundWeight(weighing.asRole * cue.weight * speaker.certainty),
      });
    }
    if (cue.role !== undefined && named !== undefined)
      roles.push({
        ...span,
        voice: named.voice,
        role: cue.role,
        kind: `role.${cue.role}/${cue.id}`,
        weight: roundWeight(weighing.asRole * cue.weight * named.certainty),
      });
    return roles;
  });
}

function fromCues({ words, heard, resolve }: HeardNames, order: TurnOrder, { weighing, leaning }: Weights): NameEvidence[] {
  const evidence: NameEvidence[] = [];
  const times = newTally();
  const areHosts = heard.some(({ cue }) => cue.role === 'host' && cue.speakerRole === 'host');
  for (const { mention, cue, from, to } of heard) {
    const name = resolve(mention.name);
    const speaker = order.meant(mention.start, 'speaker');
    const meant = order.meant(mention.start, cue.gives);
    if (name === undefined || speaker === undefined || meant === undefined) continue;
    const [start, end] = [words[from]?.start ?? mention.start, words[to - 1]?.end ?? mention.end];
    const time = times(`${cue.id} ${String(speaker.voice)} ${name}`);
    for (const voice of order.voices) {
      const [weight, inStretch] = oddsFor(voice, { speaker, meant }, { cue, order, weighing });
      if (inStretch === 0) continue;
      const within = { stretch: order.stretchAt(start), weight: inStretch / time };
      evidence.push({ start, end, voice, name, kind: cue.id, weight: roundWeight(weight / time), within });
    }
    for (const [voice, against] of areHosts ? [] : againstPart(cue, leaning)) {
      const weight = roundWeight((weighing.againstRole * order.kept * against) / time);
      if (weight < 0) evidence.push({ start, end, voice, name, kind: 'other-part', weight });
    }
  }
  return evidence;
}

/** Voices that talk like the part that a cue does not give to the named: whoever is introduced as a guest is not the one that asks all along. */
function againstPart(cue: NameCue, leaning: GuestLeaning): [number, number][] {
  const role = cue.gives === 'speaker' ? cue.speakerRole : cue.role;
  if (role === undefined) return [];
  return [...leaning].flatMap(([voice, lean]): [number, number][] => {
    const against = role === 'guest' ? -lean : lean;
    return against > 0 ? [[voice, against]] : [];
  });
}

/** Who speaks and who is meant, by a cue. */
interface Parties {
  readonly speaker: VoiceMeant;
  readonly meant: VoiceMeant;
}

/**
 * How a cue changes the log-odds that a voice has the name, by itself and should the voices around it be the right way round. Where the
 * turn may be the other voice's, so may the name: what is sure then is only that somebody of that name is there.
 */
function oddsFor(
  voice: number,
  { speaker, meant }: Parties,
  { cue, order, weighing }: { readonly cue: NameCue; readonly order: TurnOrder; readonly weighing: Weighing },
): readonly [number, number] {
  const isOfTwo = order.voices.length === 2;
  const notMeant = weighing.notMeant * cue.weight;
  const elsewhere = isOfTwo ? notMeant : 0;
  const both = (right: number, wrong: number, { certainty, inStretch }: VoiceMeant) =>
    [mixed(right, wrong, certainty), mixed(right, wrong, inStretch)] as const;
  if (voice === meant.voice) return both(cue.weight, elsewhere, meant);
  if (isOfTwo) return both(elsewhere, cue.weight, meant);
  return voice === speaker.voice && cue.gives !== 'speaker' ? both(notMeant, 0, speaker) : [0, 0];
}

/** The log-odds of evidence that is one thing, or, where the turn is another voice's, another. `certainty` is 0 for even chances, 1 for no doubt. */
function mixed(right: number, wrong: number, certainty: number): number {
  const chance = (1 + certainty) / 2;
  return Math.log(chance * Math.exp(right) + (1 - chance) * Math.exp(wrong));
}

function fromHandles({ handles, resolve }: HeardNames, order: TurnOrder, { ownHandle }: Weighing): NameEvidence[] {
  return handles.flatMap(({ start, end, name }) => {
    const speaker = order.meant(start, 'speaker');
    const resolved = resolve(name);
    return speaker === undefined || resolved === undefined
      ? []
      : [{ start, end, voice: speaker.voice, name: resolved, kind: 'own-handle', weight: roundWeight(ownHandle * speaker.certainty) }];
  });
}

/** Whoever talks about Julia is not Julia, and who is talked about by the full name is hardly there. Only names of which there is other evidence are worth it. */
function fromMentions({ mentions, heard, resolve }: HeardNames, order: TurnOrder, weighing: Weighing): NameEvidence[] {
  const cued = new Set(heard.map(({ mention }) => mention));
  const names = new Set(heard.map(({ mention }) => resolve(mention.name)));
  const times = newTally();
  const evidence: NameEvidence[] = [];
  for (const mention of mentions) {
    if (cued.has(mention)) continue;
    const name = resolve(mention.name);
    const speaker = order.meant(mention.start, 'speaker');
    if (name === undefined || speaker === undefined || !names.has(name)) continue;
    const { start, end } = mention;
    const time = times(`${String(speaker.voice)} ${name}`);
    const weight = roundWeight((weighing.thirdPerson * speaker.certainty) / time);
    const within = { stretch: order.stretchAt(start), weight: (weighing.thirdPerson * speaker.inStretch) / time };
    if (weight < 0) evidence.push({ start, end, voice: speaker.voice, name, kind: 'third-person', weight, within });
  }
  return evidence;
}

/** Counts how often each key was asked for: what is said again and again in the same way proves less each time. */
function newTally(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
