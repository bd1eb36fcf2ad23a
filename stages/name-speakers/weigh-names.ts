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
    ...names.heard.flatMap((heard) => fromCue(heard, names, { order, weighing, leaning })),
    ...fromHandles(names, order, weighing),
    ...fromMentions(names, order, weighing),
  ];
}

/** The roles that naming cues imply: who introduces somebody is a host. */
export function rolesFromCues({ words, heard }: HeardNames, order: TurnOrder): RoleEvidence[] {
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
        weight: roundWeight(cue.weight * speaker.certainty),
      });
    }
    if (cue.role !== undefined && named !== undefined)
      roles.push({
        ...span,
        voice: named.voice,
        role: cue.role,
        kind: `role.${cue.role}/${cue.id}`,
        weight: roundWeight(cue.weight * named.certainty),
      });
    return roles;
  });
}

function fromCue(
  { mention, cue, from, to }: HeardName,
  { words, resolve }: HeardNames,
  { order, weighing, leaning }: Weights & { readonly order: TurnOrder },
): NameEvidence[] {
  const name = resolve(mention.name);
  const span = { start: words[from]?.start ?? mention.start, end: words[to - 1]?.end ?? mention.end };
  const [speaker, meant] = [order.meant(mention.start, 'speaker'), order.meant(mention.start, cue.gives)];
  if (name === undefined) return [];
  const evidence: NameEvidence[] = [];
  if (meant !== undefined) {
    const role = cue.gives === 'speaker' ? cue.speakerRole : cue.role;
    const certainty = withRole(meant, role, { weighing, leaning });
    evidence.push({ ...span, voice: meant.voice, name, kind: cue.id, weight: roundWeight(cue.weight * certainty) });
  }
  if (cue.gives !== 'speaker' && speaker !== undefined) {
    evidence.push({
      ...span,
      voice: speaker.voice,
      name,
      kind: cue.id,
      weight: roundWeight(-weighing.againstSpeaker * cue.weight * speaker.certainty),
    });
  }
  return evidence;
}

/** A host who introduces a guest is the voice that asks all along, even where a single turn is not sure to be its own. */
function withRole({ voice, certainty }: VoiceMeant, role: NameCue['role'], { weighing, leaning }: Weights): number {
  const lean = (leaning.get(voice) ?? 0) * (role === 'guest' ? 1 : role === 'host' ? -1 : 0);
  return certainty >= 1 || lean <= 0 ? certainty : 1 - (1 - certainty) * (1 - weighing.byRole * lean);
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

/** Whoever talks about Julia is not Julia. Only the names of which there is other evidence are worth it. */
function fromMentions(
  { mentions, heard, resolve }: HeardNames,
  order: TurnOrder,
  { thirdPerson, thirdPersonMost }: Weighing,
): NameEvidence[] {
  const cued = new Set(heard.map(({ mention }) => mention));
  const names = new Set(heard.map(({ mention }) => resolve(mention.name)));
  const spent = new Map<string, number>();
  return mentions.flatMap((mention) => {
    if (cued.has(mention)) return [];
    const name = resolve(mention.name);
    const speaker = order.meant(mention.start, 'speaker');
    if (name === undefined || speaker === undefined || !names.has(name)) return [];
    const key = `${speaker.voice} ${name}`;
    const weight = roundWeight(Math.max(thirdPerson * speaker.certainty, thirdPersonMost - (spent.get(key) ?? 0)));
    if (weight >= 0) return [];
    spent.set(key, (spent.get(key) ?? 0) + weight);
    return [{ start: mention.start, end: mention.end, voice: speaker.voice, name, kind: 'third-person', weight }];
  });
}
