import type { Diagnostic } from '../../schemas/diagnostic.js';
import type { Doc } from '../../schemas/document.js';
import type { Turn } from '../../schemas/turn.js';
import type { Stage, StageResult } from '../stage.js';
import { hearVoices } from './hear-voices.js';
import type { TurnLexicon } from './lexicon.js';
import { readLabels } from './read-labels.js';
import { toTurns, uncertainBoundaries } from './to-turns.js';

type Needs = 'tokens' | 'sentences' | 'restored' | 'changes';
type Adds = 'turns' | 'boundaries';

/**
 * Splits the text into turns, each with its voice. Labels are taken at their word; without them two voices are told apart by what
 * they say, and change marks are strong evidence but no more.
 */
export function splitTurns(lexicon: TurnLexicon): Stage<Needs, Adds> {
  return {
    name: 'split-turns',
    version: '1.2.0',
    needs: ['tokens', 'sentences', 'restored', 'changes'],
    adds: ['turns', 'boundaries'],
    run: (doc) => splitIn(doc, lexicon),
  };
}

function splitIn(doc: Doc<Needs>, lexicon: TurnLexicon): StageResult<Adds> {
  if (doc.layers.tokens.length === 0) return { layers: { turns: [], boundaries: [] }, diagnostics: [] };
  if (doc.layers.changes.some((change) => change.label !== undefined)) {
    const turns = readLabels(doc, lexicon);
    return { layers: { turns, boundaries: [] }, diagnostics: turns.flatMap(unknownVoice) };
  }
  const hearing = hearVoices(doc, lexicon);
  const turns = toTurns(doc, hearing);
  const boundaries = uncertainBoundaries(doc, hearing, lexicon.decoding.uncertain);
  return {
    layers: { turns, boundaries },
    diagnostics: [...oneVoice(turns), ...turns.flatMap(silentChange), ...strayMarks(doc, boundaries)],
  };
}

function unknownVoice(turn: Turn): Diagnostic[] {
  if (turn.voice !== null) return [];
  return [
    {
      rule: 'split-turns/unknown-voice',
      severity: 'info',
      message: 'the source does not say whose voice this is',
      span: { start: turn.start, end: turn.end },
    },
  ];
}

function oneVoice(turns: readonly Turn[]): Diagnostic[] {
  if (turns.length !== 1) return [];
  return [{ rule: 'split-turns/one-voice', severity: 'info', message: 'nothing in the text shows a second voice' }];
}

function silentChange(turn: Turn): Diagnostic[] {
  if (turn.boundary !== 'silent') return [];
  return [
    {
      rule: 'split-turns/silent-change',
      severity: 'info',
      message: 'another voice seems to begin here, though the source has no mark',
      span: { start: turn.start, end: turn.end },
    },
  ];
}

/** A place with a mark is among the uncertain boundaries, not taken, only when the mark was not followed. */
function strayMarks(doc: Doc<Needs>, boundaries: StageResult<Adds>['layers']['boundaries']): Diagnostic[] {
  const marks = new Set(doc.layers.changes.map((change) => change.at));
  return boundaries
    .filter(({ at, taken }) => !taken && marks.has(at))
    .map(({ at }) => ({
      rule: 'split-turns/stray-mark',
      severity: 'info',
      message: 'the source marks a change of voice here, but the same voice seems to go on',
      span: { start: at, end: at },
    }));
}
