import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WhosaidError } from './errors.js';
import type { SpeedSubject } from './measure-speed.js';
import type { DocumentTask } from './messages.js';
import { PROJECT_ROOT } from './project.js';
import { DEFAULT_MAX_BYTES } from './decode-source.js';
import { readSource } from './read-source.js';
import type { Engine } from './run-document.js';
import { DEFAULT_SETTINGS } from './settings.js';

const LONG_FOLDER = join(PROJECT_ROOT, '..', 'shared', 'transcripts');
const SHORT_FOLDER = join(PROJECT_ROOT, 'examples');
/** How often the short transcript is repeated to be about as long as the long one. */
const REPEATS = 24;

/** The same words as a wall: small letters, no marks, one line, no times. wink-nlp reads the wall too. */
export function wallOf({ text }: SpeedSubject, engine: Engine): SpeedSubject {
  const wall = text.toLowerCase().replace(MARKS, '');
  const task = { path: 'wall.txt', sha256: '0'.repeat(64), bytes: wall.length, content: wall, facts: {}, settings: DEFAULT_SETTINGS };
  return { text: wall, hasSentences: false, run: (observe) => void engine.run(task, observe) };
}

// "works." | "3.5", "don't"
const MARKS = /[.,;:!?…"“”]+(?= |$)|["“”]/gu;

/** What the bench runs on: the long Whisper transcript where it is at hand, else the short one, repeated. */
export async function benchSubject(engine: Engine): Promise<{ readonly subject: SpeedSubject; readonly note: string }> {
  const long = await firstFile(LONG_FOLDER, '003_');
  if (long !== undefined) return { subject: await subjectOf(engine, long, 1), note: 'the long Whisper transcript' };
  const short = await firstFile(SHORT_FOLDER, '000_');
  if (short === undefined) throw new WhosaidError('no-input', `${SHORT_FOLDER} has no transcript 000_…`);
  return {
    subject: await subjectOf(engine, short, REPEATS),
    note: `the long transcript is not here: examples/000_… ${REPEATS} times over instead`,
  };
}

async function firstFile(folder: string, beginning: string): Promise<string | undefined> {
  const files = await readdir(folder).catch(() => []);
  const file = files.filter((name) => name.startsWith(beginning)).sort()[0];
  return file === undefined ? undefined : join(folder, file);
}

async function subjectOf(engine: Engine, path: string, repeats: number): Promise<SpeedSubject> {
  const task = await taskOf(path, repeats);
  const result = engine.run(task);
  if (!result.ok) throw new WhosaidError('cannot-read', `${path}: ${result.refusal.message}`);
  return { text: result.doc.text, hasSentences: true, run: (observe) => void engine.run(task, observe) };
}

async function taskOf(path: string, repeats: number): Promise<DocumentTask> {
  const read = await readSource({ absolute: path }, DEFAULT_MAX_BYTES);
  if (!read.ok) throw new WhosaidError('cannot-read', `${path}: ${read.refusal.message}`, { hint: read.refusal.hint });
  const { sha256, bytes, content } = read.source;
  return { path: 'bench.txt', sha256, bytes, content: content.repeat(repeats), facts: {}, settings: DEFAULT_SETTINGS };
}
