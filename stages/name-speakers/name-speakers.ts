import type { Doc } from '../../schemas/document.js';
import { lastStartingBy } from '../../schemas/span.js';
import type { Evidence, Role, Speaker } from '../../schemas/turn.js';
import type { Stage, StageResult } from '../stage.js';
import type { NameEvidence, RoleEvidence } from './evidence.js';
import { findNames, type NameMention } from './find-names.js';
import { findPanel } from './find-panel.js';
import { hearNames, type HeardName } from './hear-names.js';
import { judgeRoles } from './judge-roles.js';
import type { NameCue, NameLexicon } from './lexicon.js';
import { gatherPersons } from './persons.js';
import { peopleInTitle, weighFacts, type GuestLeaning } from './read-facts.js';
import { readLabels } from './read-labels.js';
import { readWords, withRestored } from './read-words.js';
import { settleNames } from './settle-names.js';
import { readSpelledNames } from './spelled-names.js';
import { orderTurns, type TurnOrder } from './turn-order.js';
import { rolesFromCues, weighNames, type HeardNames } from './weigh-names.js';

type Needs = 'tokens' | 'restored' | 'turns' | 'changes';

/** Gives voices the names and parts that there is evidence for; whoever is only talked about never becomes a speaker. */
export function nameSpeakers(lexicon: NameLexicon): Stage<Needs, 'speakers'> {
  return {
    name: 'name-speakers',
    version: '1.4.0',
    needs: ['tokens', 'restored', 'turns', 'changes'],
    adds: ['speakers'],
    run: (doc) => nameIn(doc, lexicon),
  };
}

function nameIn(doc: Doc<Needs>, lexicon: NameLexicon): StageResult<'speakers'> {
  const { turns, changes } = doc.layers;
  const order = orderTurns(turns, lexicon.weighing);
  const labels = readLabels(changes, order, lexicon);
  const heard = listen(doc, labels.names, lexicon);
  const manners = judgeRoles(heard.words, order, lexicon);
  const roles = [...labels.roles, ...rolesFromCues(heard, order, lexicon.weighing), ...manners];
  const fromLabels = labels.names.map((evidence) => ({ ...evidence, name: heard.resolve(evidence.name) ?? evidence.name }));
  const names = [
    ...fromLabels,
    ...weighNames(heard, order, { weighing: lexicon.weighing, leaning: leaningsOf(order.voices, manners, lexicon) }),
    ...weighFacts(doc.episode, leaningsOf(order.voices, roles, lexicon), lexicon),
  ];
  const panel = changes.some(({ label }) => label !== undefined) ? [] : findPanel(heard, order.voices.length, lexicon.weighing);
  // A voice that may be several people's gets no name; what was likely is among its rivals.
  const settled = settleNames(order, names, {
    prior: lexicon.weighing.prior,
    enough: panel.length === 0 ? enoughFor(order, lexicon) : Infinity,
  });
  const speakers = order.voices.map((voice): Speaker => {
    const { name, confidence, rivals } = settled.get(voice) ?? { name: null, confidence: 0, rivals: [] };
    const forName = names.filter((evidence) => evidence.name === name);
    const evidence = evidenceOf(voice, [...forName, ...roles]);
    return { voice, name, labels: labels.labels.get(voice) ?? [], role: roleOf(voice, roles, lexicon), evidence, confidence, rivals };
  });
  return { layers: { speakers }, diagnostics: panel };
}

/** How likely a name must be to be given. */
function enoughFor({ certainty }: TurnOrder, { weighing }: NameLexicon): number {
  return certainty < weighing.doubtful ? weighing.enoughDoubtful : weighing.enough;
}

function listen(doc: Doc<Needs>, labelled: readonly NameEvidence[], lexicon: NameLexicon): HeardNames {
  const words = withRestored(readWords(doc.text, doc.layers.tokens), doc.layers.restored);
  const mentions = findNames(doc.text, words, lexicon);
  const { spellings, handles } = readSpelledNames(doc.text, words, lexicon);
  const { turns } = doc.layers;
  const heard = hearNames({ words, turnStart: (at) => turns[lastStartingBy(turns, at)]?.start ?? 0 }, mentions, lexicon);
  const introduced = [
    ...(doc.episode.speakers ?? []).map(({ name }) => name),
    ...labelled.map(({ name }) => name),
    ...peopleInTitle(doc.episode.title ?? '', lexicon),
    ...handles.map(({ name }) => name),
    ...heard.flatMap((cue) => (INTRODUCING.has(cue.cue.gives) ? [cue.mention.name, ...antecedentOf(cue, mentions)] : [])),
  ];
  const isUnmarked = doc.layers.restored.length > lexicon.weighing.unmarked * words.length;
  return {
    words,
    mentions,
    heard: isUnmarked ? heard.map((one) => asUnmarked(one, lexicon)) : heard,
    handles,
    resolve: gatherPersons(introduced, spellings, lexicon.nicknames),
  };
}

/** Where no marks show what is quoted, whoever is spoken to may be somebody of whom a story is told. */
function asUnmarked(heard: HeardName, { weighing }: NameLexicon): HeardName {
  if (INTRODUCING.has(heard.cue.gives)) return heard;
  return { ...heard, cue: { ...heard.cue, weight: heard.cue.weight * weighing.spokenToUnmarked } };
}

/** Who is introduced is a person of the talk; "Robert Falk, what a man" may be about anybody. */
const INTRODUCING: ReadonlySet<NameCue['gives']> = new Set(['speaker', 'other']);

/** So many words before "Julia, welcome" a full name is taken for hers. */
const ANTECEDENT_REACH = 150;

/** The full name, said shortly before, of somebody who is then spoken to by the first name. */
function antecedentOf({ cue, mention }: HeardName, mentions: readonly NameMention[]): string[] {
  if (cue.gives === 'speaker' || mention.name.includes(' ')) return [];
  const full = mentions.filter(
    ({ from, name, listed }) =>
      listed && from < mention.from && from > mention.from - ANTECEDENT_REACH && name.startsWith(`${mention.name} `),
  );
  return full.map(({ name }) => name);
}

function scoreOf(voice: number, role: 'host' | 'guest', roles: readonly RoleEvidence[]): number {
  return roles.reduce((sum, evidence) => (evidence.voice === voice && evidence.role === role ? sum + evidence.weight : sum), 0);
}

function roleOf(voice: number, roles: readonly RoleEvidence[], { weighing }: NameLexicon): Role {
  const [host, guest] = [scoreOf(voice, 'host', roles), scoreOf(voice, 'guest', roles)];
  if (Math.abs(host - guest) < weighing.roleEnough) return 'unknown';
  return host > guest ? 'host' : 'guest';
}

function leaningsOf(voices: readonly number[], roles: readonly RoleEvidence[], { weighing }: NameLexicon): GuestLeaning {
  return new Map(
    voices.map((voice) => {
      const lead = scoreOf(voice, 'guest', roles) - scoreOf(voice, 'host', roles);
      return [voice, Math.max(-1, Math.min(1, lead / weighing.roleEnough))];
    }),
  );
}

/** What speaks for or against the voice's name, and for its role; of a voice without a name only the role. */
function evidenceOf(voice: number, evidence: readonly (NameEvidence | RoleEvidence)[]): Evidence[] {
  return evidence
    .filter((item) => item.voice === voice)
    .map(({ start, end, kind, weight, outside }): Evidence => ({ start, end, kind, weight, ...(outside === undefined ? {} : { outside }) }))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
}
