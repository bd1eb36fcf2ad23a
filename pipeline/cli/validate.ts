import { Command } from 'commander';
import { corpusPathsIn, episodePathsIn, readGraphFile } from '../read-graphs.js';
import { problemsOfCorpus, problemsOfEpisode, type Problem } from '../validate.js';
import type { CommandMaker } from './command-maker.js';

const MOST_SHOWN = 20;

/** `whosaid validate`: schema, references, spans and hashes of every graph in a folder. */
export const validateCommand: CommandMaker = (done) =>
  new Command('validate')
    .description('check schema, references, spans and hashes of every graph in a folder')
    .argument('<graphs>', 'the folder that extract wrote to')
    .option('--json', 'print one JSON object', false)
    .action(async (folder: string, options: { readonly json: boolean }) => {
      const files = [
        ...(await checkAll(await episodePathsIn(folder), problemsOfEpisode)),
        ...(await checkAll(await corpusPathsIn(folder), problemsOfCorpus)),
      ];
      process.stdout.write(options.json ? `${JSON.stringify({ schemaVersion: 1, files })}\n` : toText(files));
      done(files.some(({ problems }) => problems.length > 0) ? 1 : 0);
    });

interface CheckedFile {
  readonly path: string;
  readonly problems: readonly Problem[];
}

async function checkAll(paths: readonly string[], check: (content: unknown) => Problem[]): Promise<CheckedFile[]> {
  const files: CheckedFile[] = [];
  for (const path of paths) {
    const { content, fault } = await readGraphFile(path);
    files.push({ path, problems: fault === undefined ? check(content) : [{ at: path, message: `not JSON: ${fault}` }] });
  }
  return files;
}

function toText(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ path, problems }) => [
    `${problems.length === 0 ? 'ok   ' : 'FAULT'} ${path}`,
    ...problems.slice(0, MOST_SHOWN).map(({ at, message }) => `      ${at}: ${message}`),
    ...(problems.length > MOST_SHOWN ? [`      … and ${String(problems.length - MOST_SHOWN)} more`] : []),
  ]);
  const faulty = files.filter(({ problems }) => problems.length > 0).length;
  return `${[...lines, faulty === 0 ? `${String(files.length)} files, all sound` : `${String(faulty)} of ${String(files.length)} files have faults`].join('\n')}\n`;
}
