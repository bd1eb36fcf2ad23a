import type { Diagnostic } from '../schemas/diagnostic.js';
import type { Doc, Layers, ReadLayers } from '../schemas/document.js';
import type { FinishedDoc } from '../output/frame.js';
import { episodeIdOf } from '../output/ids.js';
import { toEpisodeGraph, type EpisodeRecord } from '../output/to-episode-graph.js';
import { layVoices } from '../stages/read-transcript/lay-voices.js';
import { READ_TRANSCRIPT_VERSION, readTranscript } from '../stages/read-transcript/read-transcript.js';
import { extractClaims } from '../stages/extract-claims/extract-claims.js';
import { findTopics } from '../stages/find-topics/find-topics.js';
import { restoreText } from '../stages/restore-text/restore-text.js';
import { nameSpeakers } from '../stages/name-speakers/name-speakers.js';
import { splitTurns } from '../stages/split-turns/split-turns.js';
import { tagEntities } from '../stages/tag-entities/tag-entities.js';
import { tagTokens } from '../stages/tag-tokens/tag-tokens.js';
import { pipeline, type Pipeline, type StageObserver } from './compose.js';
import { messageOf, WhosaidError } from './errors.js';
import type { Lexicons } from './load-lexicons.js';
import type { DocumentTask } from './messages.js';
import { VERSION } from './project.js';
import type { SourceRefusal } from './decode-source.js';
import { configHash } from './settings.js';

export type DocumentResult =
  | { readonly ok: true; readonly doc: FinishedDoc; readonly record: EpisodeRecord; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly refusal: SourceRefusal };

/** The stages with their lexicons, ready for any number of documents. */
export interface Engine {
  /** Version of each stage, in order. */
  readonly stages: Readonly<Record<string, string>>;
  readonly lexiconSha256: string;
  /**
   * Turns one decoded source into its graph and ledger.
   *
   * @throws WhosaidError `stage-failed`, naming the stage: a fault of the program, never of the text.
   */
  readonly run: (task: DocumentTask, observe?: StageObserver) => DocumentResult;
}

/** What a text that is not English does not get. */
const NOT_UNDERSTOOD: Pick<Layers, 'mentions' | 'topics' | 'sections' | 'claims' | 'rejected'> = {
  mentions: [],
  topics: [],
  sections: [],
  claims: [],
  rejected: [],
};

/** The stages up to the turns, for whoever wants no more of a document than who speaks when. */
export function hearingRow(
  lexicons: Lexicons,
): Pipeline<ReadLayers | 'tokens' | 'rawSentences' | 'sentences' | 'restored' | 'turns' | 'boundaries'> {
  const readable = pipeline().add(tagTokens()).add(restoreText(lexicons.restoring.model, lexicons.restoring.casing));
  return readable.add(splitTurns(lexicons.turns));
}

/** Builds the row of stages. Text that is not English gets turns and speakers, and nothing that needs the words understood. */
export function createEngine(lexicons: Lexicons): Engine {
  const voices = hearingRow(lexicons).add(nameSpeakers(lexicons.names));
  const full = voices.add(tagEntities(lexicons.entities)).add(findTopics(lexicons.topics)).add(extractClaims(lexicons.claims));
  const stages = Object.fromEntries([
    ['read-transcript', READ_TRANSCRIPT_VERSION],
    ...full.stages.map(({ name, version }) => [name, version]),
  ]) as Record<string, string>;
  const run = (task: DocumentTask, observe?: StageObserver): DocumentResult => {
    const read = readTranscript({ id: episodeIdOf(task.sha256), content: task.content, facts: task.facts }, lexicons.reader);
    observe?.('read-transcript');
    if (!read.ok) return { ok: false, refusal: read.refusal };
    const voiced = task.diarization === undefined ? { doc: read.doc, diagnostics: [] } : layVoices(read.doc, task.diarization);
    const { doc, diagnostics } = runStages(voiced.doc, observe);
    const all = [...read.diagnostics, ...voiced.diagnostics, ...diagnostics];
    const { path, sha256, bytes, settings } = task;
    const record = toEpisodeGraph(doc, {
      source: { path, sha256, bytes },
      pipeline: { version: VERSION, configSha256: configHash(settings, lexicons.sha256), stages },
      diagnostics: all,
      ...settings,
    });
    observe?.('output');
    return { ok: true, doc, record, diagnostics: all };
  };
  return { stages, lexiconSha256: lexicons.sha256, run };

  function runStages(doc: Doc<ReadLayers>, observe: StageObserver | undefined): { doc: FinishedDoc; diagnostics: readonly Diagnostic[] } {
    let last = 'read-transcript';
    const watch: StageObserver = (stage) => {
      last = stage;
      observe?.(stage);
    };
    try {
      if (doc.episode.language === 'en') return full.run(doc, watch);
      const heard = voices.run(doc, watch);
      return { doc: { ...heard.doc, layers: { ...heard.doc.layers, ...NOT_UNDERSTOOD } }, diagnostics: heard.diagnostics };
    } catch (error) {
      throw new WhosaidError('stage-failed', `the one after ${last}: ${messageOf(error)}`, {
        hint: 'this is a fault of the program: please report it with the transcript',
        cause: error,
      });
    }
  }
}
