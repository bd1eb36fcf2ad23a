import { speakerElsewhere, type KnownElsewhere } from './corpus/known-elsewhere.js';
import { canonicalTextOf } from './validate.js';
import { episodeGraph, ledgerRow, type EpisodeGraph, type LedgerRow, type NodeOf } from '../schemas/graph.js';
import { overlaps, slice } from '../schemas/span.js';

/** A claim of an episode, by its full id. */
export interface FoundClaim {
  readonly episode: EpisodeGraph;
  readonly id: string;
}

/** The claim with this id, or whose id begins so; undefined where the episode has none. */
export function findClaim(content: unknown, idStart: string): FoundClaim | undefined {
  const parsed = episodeGraph.safeParse(content);
  if (!parsed.success) return undefined;
  const wanted = idStart.startsWith('claim:') ? idStart : `claim:${idStart}`;
  const id = Object.keys(parsed.data.graph.nodes).find((candidate) => candidate.startsWith(wanted));
  return id === undefined ? undefined : { episode: parsed.data, id };
}

export interface Explanation {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What lies beside an episode: its ledger, and what the corpus knows of it. */
export interface Beside {
  readonly ledger: string;
  readonly elsewhere?: KnownElsewhere | undefined;
}

/** Says why a claim is one, why it is this speaker's, and what else was considered around it. */
export function explainClaim({ episode, id }: FoundClaim, { ledger, elsewhere }: Beside): Explanation {
  const { nodes, metadata } = episode.graph;
  const claim = nodeOf(nodes, id, 'Claim');
  const turn = nodeOf(nodes, claim?.turn ?? '', 'Turn');
  if (claim === undefined || turn === undefined) throw new Error(`${id} is no claim of ${episode.graph.id}`);
  const speaker = nodeOf(nodes, claim.speaker ?? '', 'Speaker');
  const text = canonicalTextOf(episode);
  const nearby = rowsOf(ledger).filter((row) => ('at' in row ? turn.start <= row.at && row.at <= turn.end + 1 : overlaps(row, turn)));
  const context = slice(text, { start: Math.max(0, claim.start - CONTEXT), end: Math.min(text.length, claim.end + CONTEXT) });
  const lines = [
    `"${claim.quote}"`,
    `  ${id}`,
    `  ${metadata.source.path}, line ${String(claim.line)}${timeOf(claim)}`,
    '',
    `read as      ${claim.kind}${claim.claimType === null ? '' : `, ${claim.claimType}`}; ${claim.polarity} towards "${claim.target.text}"`,
    `stance       the speaker ${claim.stance} it; held by ${claim.holder.name}`,
    ...strengthLines(claim),
    `sure         ${percent(claim.confidence)} that it is a claim`,
    ...claim.provenance.map((part) => `  ${signed(part.weight)}  ${part.rule}${quoted(text, part)}`),
    '',
    `said by      ${speaker?.name ?? 'nobody that is sure enough'} (${percent(claim.attributionConfidence)}; turn ${String(turn.index + 1)} begins by ${turn.boundary})`,
    ...turn.candidates.map(
      ({ speaker: candidate, confidence }) => `  ${percent(confidence)}  ${nodeOf(nodes, candidate, 'Speaker')?.name ?? candidate}`,
    ),
    ...(speaker === undefined ? [] : nameLines(speaker)),
    ...(claim.speaker === null ? [] : [blastLine(metadata.ledger.changeHands.speakers[claim.speaker] ?? 0)]),
    ...(elsewhere === undefined ? [] : elsewhereLines(elsewhere, claim)),
    '',
    `considered in the same turn and not taken: ${nearby.length === 0 ? 'nothing' : ''}`,
    ...nearby.map((row) => rowLine(row, text)),
    '',
    `in context   … ${context} …`,
  ];
  return {
    text: `${lines.join('\n')}\n`,
    data: {
      id,
      claim,
      turn,
      speaker: speaker ?? null,
      source: metadata.source.path,
      considered: nearby,
      changeHands: claim.speaker === null ? 0 : (metadata.ledger.changeHands.speakers[claim.speaker] ?? 0),
      context,
      ...(elsewhere === undefined ? {} : { sameRecording: { of: elsewhere.of, name: speakerElsewhere(elsewhere, claim) ?? null } }),
    },
  };
}

const CONTEXT = 160;

function nodeOf<Type extends 'Claim' | 'Turn' | 'Speaker'>(
  nodes: EpisodeGraph['graph']['nodes'],
  id: string,
  type: Type,
): NodeOf<Type> | undefined {
  const found = nodes[id]?.metadata;
  // The type field decides which member of the union it is.
  return found?.type === type ? (found as NodeOf<Type>) : undefined;
}

function rowsOf(ledger: string): LedgerRow[] {
  return ledger.split('\n').flatMap((line) => {
    const parsed = line === '' ? undefined : ledgerRow.safeParse(JSON.parse(line));
    return parsed?.success === true ? [parsed.data] : [];
  });
}

function rowLine(row: LedgerRow, text: string): string {
  if ('at' in row) {
    const change = `  change of voice ${row.taken ? 'taken' : 'not taken'} (${percent(row.score)}) before "${slice(text, { start: row.at, end: row.at + 30 })}…"`;
    return `${change}\n    if that is wrong, ${countOfClaims(row.claims.length)} hands${row.claims.length === 0 ? '' : `: ${row.claims.join(', ')}`}`;
  }
  return `  ${row.rule} (${row.score.toFixed(2)}): "${slice(text, row)}"`;
}

function blastLine(claims: number): string {
  return `at stake     if this voice is somebody else's, ${countOfClaims(claims)} hands`;
}

function countOfClaims(count: number): string {
  return count === 1 ? '1 claim changes' : `${count === 0 ? 'no' : String(count)} claims change`;
}

function strengthLines({ strength }: NodeOf<'Claim'>): string[] {
  const kinds = [
    ['hedged by', strength.hedges],
    ['boosted by', strength.boosters],
    ['negated by', strength.negations],
    ['quantified', strength.quantifiers],
  ] as const;
  return kinds.flatMap(([name, parts]) =>
    parts.length === 0 ? [] : [`${name.padEnd(12)} ${parts.map((part) => `"${part.text}"`).join(', ')}`],
  );
}

function nameLines({ name, confidence, evidence, rivals, role }: NodeOf<'Speaker'>): string[] {
  if (evidence.length === 0) return [`  nobody names this voice (role: ${role})`];
  return [
    `named        ${name} (${percent(confidence)}), role ${role}, because of`,
    ...evidence.map((part) => `  ${signed(part.weight)}  ${part.kind}, line ${String(part.line)}: "${part.note ?? part.quote}"`),
    ...rivals.map((rival) => `  rival: ${rival.name} (${percent(rival.confidence)})`),
  ];
}

/** Who says these words in the longer recording that holds them. */
function elsewhereLines(elsewhere: KnownElsewhere, claim: NodeOf<'Claim'>): string[] {
  const name = speakerElsewhere(elsewhere, claim) ?? 'nobody that is named, or more than one voice';
  return [`recording    the same words stand in ${elsewhere.of.title}, said by ${name}`];
}

function quoted(text: string, { start, end }: { readonly start?: number | undefined; readonly end?: number | undefined }): string {
  return start === undefined || end === undefined ? '' : `: "${slice(text, { start, end })}"`;
}

function timeOf({ startMs, timeBasis }: NodeOf<'Claim'>): string {
  if (startMs === undefined) return '';
  const seconds = Math.floor(startMs / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `, at ${parts.map((part) => String(part).padStart(2, '0')).join(':')} (${timeBasis})`;
}

const percent = (share: number): string => `${String(Math.round(share * 100)).padStart(3)}%`;
const signed = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
