import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { WhosaidError } from '../errors.js';
import { evaluateFolders } from '../eval/evaluate-folders.js';
import { checkFloors, floorText, parseFloors } from '../eval/floors.js';
import { toText } from '../eval/report-text.js';
import { loadLexicons } from '../load-lexicons.js';
import type { CommandMaker } from './command-maker.js';

interface EvalOptions {
  readonly graphs: string;
  readonly transcripts?: string;
  readonly floors?: string;
  readonly floorSet: string;
  readonly json: boolean;
}

/** `whosaid eval`: scores against gold annotations. */
export const evalCommand: CommandMaker = (done) =>
  new Command('eval')
    .description('score the graphs of a folder against gold annotations')
    .argument('<gold>', 'folder of gold annotations')
    .option('--graphs <folder>', 'the folder that extract wrote to', 'graphs')
    .option('--transcripts <folder>', 'where the transcripts lie (default: beside the gold)')
    .option('--floors <file>', 'fail (exit 1) where a figure is under its floor')
    .option('--floor-set <name>', 'which set of the floors file holds', 'gold')
    .option('--json', 'print one JSON object', false)
    .action(async (gold: string, options: EvalOptions) => {
      const { graphs, transcripts } = options;
      const report = await evaluateFolders({ gold, graphs, ...(transcripts === undefined ? {} : { transcripts }) }, loadLexicons().reader);
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : toText(report));
      const failures = options.floors === undefined ? [] : checkFloors(report, await readFloors(options.floors, options.floorSet));
      for (const failure of failures) process.stderr.write(`error: ${floorText(failure)}\n`);
      done(failures.length > 0 ? 1 : 0);
    });

async function readFloors(path: string, name: string): Promise<Parameters<typeof checkFloors>[1]> {
  const sets = parseFloors(await readFile(path, 'utf8'));
  const chosen = sets[name];
  if (chosen === undefined)
    throw new WhosaidError('bad-option', `${path} has no set of floors "${name}"`, { hint: `it has ${Object.keys(sets).join(', ')}` });
  return chosen;
}
