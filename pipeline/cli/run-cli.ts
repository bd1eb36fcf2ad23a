import { Command, CommanderError } from 'commander';
import { messageOf, WhosaidError } from '../errors.js';
import { VERSION } from '../project.js';
import type { CommandMaker, ExitCode } from './command-maker.js';
import { evalCommand } from './eval.js';
import { explainCommand } from './explain.js';
import { extractCommand } from './extract.js';
import { validateCommand } from './validate.js';

const COMMANDS: readonly CommandMaker[] = [extractCommand, evalCommand, validateCommand, explainCommand];

/** Runs one command line; errors end as a message on stderr and an exit code, never as a stack trace. */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('whosaid')
    .description('Turns podcast transcripts into a checked record of who said what.')
    .version(VERSION)
    .showHelpAfterError('(whosaid --help lists the commands)');
  for (const make of COMMANDS) program.addCommand(make((ended) => (code = ended)).exitOverride());
  program.exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`error: ${messageOf(error)}\n`);
    if (error instanceof WhosaidError && error.hint !== undefined) process.stderr.write(`hint: ${error.hint}\n`);
    if (!(error instanceof WhosaidError) && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return 2;
  }
}
