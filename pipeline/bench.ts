import { messageOf } from './errors.js';
import { createEngine } from './run-document.js';
import { loadLexicons } from './load-lexicons.js';
import { measureSpeed, type SpeedReport, type StepSpeed } from './measure-speed.js';
import { benchSubject, wallOf } from './bench-subject.js';

/** The whole pipeline may take this many times as long as one bare readDoc, and on a wall of words this many. */
const MOST_TO_READ_DOC = 4;
const MOST_ON_WALL = 6;

try {
  const engine = createEngine(loadLexicons());
  const { subject, note } = await benchSubject(engine);
  console.log(`${note}\n\n${toText(measureSpeed(subject), MOST_TO_READ_DOC)}\n`);
  console.log(`the same words as a wall\n\n${toText(measureSpeed(wallOf(subject, engine)), MOST_ON_WALL)}`);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}

function toText({ words, whole, stages, readDoc, compromise, peakRssBytes }: SpeedReport, most: number): string {
  const row = ({ name, ms, wordsPerSecond, toReadDoc, toCompromise }: StepSpeed): string =>
    [
      name.padEnd(18),
      ms.toFixed(1).padStart(8),
      Math.round(wordsPerSecond).toLocaleString('en').padStart(12),
      toReadDoc.toFixed(2).padStart(10),
      (toCompromise?.toFixed(3) ?? '–').padStart(14),
    ].join(' ');
  const head = ['stage'.padEnd(18), 'ms'.padStart(8), 'words/s'.padStart(12), '× readDoc'.padStart(10), '× compromise'.padStart(14)].join(
    ' ',
  );
  const verdict = whole.toReadDoc <= most ? 'met' : 'MISSED';
  return [
    `${words.toLocaleString('en')} words, warm median of 7 runs in one process`,
    '',
    head,
    ...stages.map(row),
    row(whole),
    row(readDoc),
    ...(compromise === undefined ? [] : [row(compromise)]),
    '',
    `target: whole pipeline at most ${most} × readDoc: ${whole.toReadDoc.toFixed(2)} × (${verdict})`,
    `peak memory: ${Math.round(peakRssBytes / 1024 / 1024)} MB`,
  ].join('\n');
}
