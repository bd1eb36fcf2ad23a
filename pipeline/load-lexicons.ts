import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../output/ids.js';
import { toNameLexicon, type NameLexicon } from '../stages/name-speakers/lexicon.js';
import { toReaderLexicon, type ReaderLexicon } from '../stages/read-transcript/lexicon.js';
import { toClaimLexicon, type ClaimLexicon } from '../stages/extract-claims/lexicon.js';
import { toTopicLexicon, type TopicLexicon } from '../stages/find-topics/lexicon.js';
import { toRestoreLexicon, type RestoreLexicon } from '../stages/restore-text/lexicon.js';
import { toTurnLexicon, type TurnLexicon } from '../stages/split-turns/lexicon.js';
import { toEntityLexicon, type EntityLexicon } from '../stages/tag-entities/lexicon.js';
import { messageOf, WhosaidError } from './errors.js';
import { PROJECT_ROOT } from './project.js';

/** Everything the stages know, read and checked once per thread. */
export interface Lexicons {
  readonly reader: ReaderLexicon;
  readonly restoring: RestoreLexicon;
  readonly turns: TurnLexicon;
  readonly entities: EntityLexicon;
  readonly names: NameLexicon;
  readonly topics: TopicLexicon;
  readonly claims: ClaimLexicon;
  /** Hash of all the files, so that a changed lexicon gives a changed configuration. */
  readonly sha256: string;
}

/**
 * Reads and checks the lexicons and weights that ship with the stages.
 *
 * @throws WhosaidError `bad-lexicon`, naming the file and the entry.
 */
export function loadLexicons(): Lexicons {
  const hashes: string[] = [];
  const read = (path: string): unknown => {
    const content = readFileSync(join(PROJECT_ROOT, 'stages', path), 'utf8');
    hashes.push(sha256(content));
    return path.endsWith('.json') ? JSON.parse(content) : content;
  };
  const reader = checked('read-transcript', () =>
    toReaderLexicon(
      read('read-transcript/lexicon/non-speech.json'),
      read('read-transcript/lexicon/function-words.json'),
      read('read-transcript/lexicon/not-speakers.json'),
    ),
  );
  const restoring = checked('restore-text', () =>
    toRestoreLexicon({
      model: read('restore-text/weights/marks.json'),
      casing: read('restore-text/weights/casing.json'),
      contractions: read('restore-text/lexicon/contractions.json'),
      gazetteer: read('tag-entities/lexicon/gazetteer.tsv'),
    }),
  );
  const turns = checked('split-turns', () =>
    toTurnLexicon({
      wordClasses: read('split-turns/lexicon/word-classes.json'),
      unknownLabels: read('split-turns/lexicon/unknown-labels.json'),
      decoding: read('split-turns/lexicon/decoding.json'),
      model: read('split-turns/weights/two-voices.json'),
    }),
  );
  const entities = checked('tag-entities', () =>
    toEntityLexicon({
      gazetteer: read('tag-entities/lexicon/gazetteer.tsv'),
      cues: read('tag-entities/lexicon/cues.json'),
      notNames: read('tag-entities/lexicon/not-names.json'),
      nameEndings: read('tag-entities/lexicon/name-endings.json'),
    }),
  );
  const names = checked('name-speakers', () =>
    toNameLexicon({
      nameCues: read('name-speakers/lexicon/name-cues.json'),
      roleCues: read('name-speakers/lexicon/role-cues.json'),
      notNames: read('name-speakers/lexicon/not-names.json'),
      questions: read('name-speakers/lexicon/questions.json'),
      firstNames: read('name-speakers/lexicon/first-names.json'),
      nicknames: read('name-speakers/lexicon/nicknames.json'),
      weighing: read('name-speakers/lexicon/weighing.json'),
    }),
  );
  const topics = checked('find-topics', () =>
    toTopicLexicon(
      read('find-topics/lexicon/everyday-words.json'),
      read('find-topics/lexicon/weights.json'),
      read('find-topics/lexicon/break-cues.json'),
    ),
  );
  const claims = checked('extract-claims', () =>
    toClaimLexicon({
      cues: read('extract-claims/lexicon/cues.json'),
      grammar: read('extract-claims/lexicon/grammar.json'),
      clauses: read('extract-claims/weights/clauses.json'),
      readings: read('extract-claims/weights/readings.json'),
    }),
  );
  return { reader, restoring, turns, entities, names, topics, claims, sha256: sha256(hashes.join('\n')) };
}

function checked<T>(stage: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error);
    throw new WhosaidError('bad-lexicon', `stages/${stage}/lexicon: ${what}`, {
      hint: 'each entry needs the fields that its lexicon.ts names',
      cause: error,
    });
  }
}
