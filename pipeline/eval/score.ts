import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { peopleOrganizationsPlaces } from '../../stages/language/compromise.js';
import { benchSubject } from '../bench-subject.js';
import { messageOf, WhosaidError } from '../errors.js';
import { loadLexicons, type Lexicons } from '../load-lexicons.js';
import { measureSpeed } from '../measure-speed.js';
import { PROJECT_ROOT } from '../project.js';
import { DEFAULT_MAX_BYTES } from '../decode-source.js';
import { readSource } from '../read-source.js';
import { scoreShows } from '../../stages/restore-text/train/score-shows.js';
import { toTable } from '../../stages/restore-text/train/report.js';
import { createEngine, type Engine } from '../run-document.js';
import { DEFAULT_SETTINGS } from '../settings.js';
import { writeWhole } from '../write-output.js';
import { sampleOfShow } from './labelled-shows.js';
import { loadGold } from './load-gold.js';
import { nameTable, scoreNames } from './score-names.js';
import { scoreSet, type Extracted } from './score-set.js';
import { toScoreboard, type ScoreboardSet } from './scoreboard.js';

const SHARED = join(PROJECT_ROOT, '..', 'shared');

/** Labelled shows, where they are at hand; some of them are held out of all training. */
const SHOWS = join(SHARED, 'data', 'turns');
/** Episodes of a held-out show: enough to see a change, and a few seconds. */
const EPISODES_OF_SHOW = 4;

const SETS = [
  {
    title: 'Held-out transcripts',
    note: 'No weights are trained on them. The lists of names were written by people who had read their annotations (names that nothing else attests were taken out again), so the figures for entities flatter. The clip `000` to `002` names nobody in its words, and how densely claims are annotated differs, so compare document by document.',
    gold: join(SHARED, 'gold'),
    transcripts: join(SHARED, 'transcripts'),
  },
  {
    title: 'Stretches of other shows',
    note: 'Used for tuning, so these figures flatter: the model cards in `stages/*/train/` have those with each show left out. Their turns are labelled in the source and not scored.',
    gold: join(SHARED, 'gold', 'more'),
    transcripts: join(SHARED, 'gold', 'more'),
  },
];

try {
  if (existsSync(SHARED)) await score();
  else console.log('No gold annotations here (../shared/gold): nothing was scored, and SCOREBOARD.md is as it was.');
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}

async function score(): Promise<void> {
  const lexicons = loadLexicons();
  const engine = createEngine(lexicons);
  const sets: ScoreboardSet[] = [];
  for (const { title, note, gold, transcripts } of SETS) {
    const extract = (name: string): Promise<Extracted> => extractFile(engine, join(transcripts, `${name}.txt`));
    sets.push({ title, note, scores: await scoreSet(await loadGold(gold), extract, peopleOrganizationsPlaces) });
  }
  const { subject } = await benchSubject(engine);
  const restoring = existsSync(SHOWS) ? toTable(scoreShows(SHOWS, lexicons.restoring, EPISODES_OF_SHOW)) : undefined;
  const scoreboard = `${toScoreboard(sets, measureSpeed(subject), restoring)}\n${namesSection(lexicons)}\n`;
  await writeWhole(join(PROJECT_ROOT, 'SCOREBOARD.md'), scoreboard);
  console.log(scoreboard);
}

/** Shows that no cue or weight of name-speakers was chosen on, and how many episodes of each are scored. */
const NAME_SHOWS = ['gotime', 'shipit', 'brainscience', 'spotlight'];
const NAME_EPISODES = 17;

function namesSection(lexicons: Lexicons): string {
  const rows = (['labels', 'words'] as const).flatMap((from) =>
    NAME_SHOWS.map((show) => ({
      ...scoreNames(show, sampleOfShow(join(SHARED, 'data', 'turns'), show, NAME_EPISODES), { lexicons, from }),
      from,
    })),
  );
  const note =
    'Two-person episodes of shows that nothing was chosen on, their labels taken away; with the turns of the labels, and with those found from the words. A first name alone counts as right, and so does a short form of it.';
  return `## Names\n\n${note}\n\n${nameTable(rows)}`;
}

/** The whole pipeline on one file, in memory. */
async function extractFile(engine: Engine, path: string): Promise<Extracted> {
  const read = await readSource({ absolute: path }, DEFAULT_MAX_BYTES);
  if (!read.ok) throw new WhosaidError('cannot-read', `${path}: ${read.refusal.message}`, { hint: read.refusal.hint });
  const result = engine.run({ path, ...read.source, facts: {}, settings: DEFAULT_SETTINGS });
  if (!result.ok) throw new WhosaidError('cannot-read', `${path}: ${result.refusal.message}`, { hint: result.refusal.hint });
  return { graph: result.record.graph, segments: result.doc.layers.segments, sentences: result.doc.layers.sentences };
}
