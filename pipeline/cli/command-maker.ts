import type { Command } from 'commander';

/** 0: all done; 1: finished, but some inputs were quarantined or a check failed; 2: usage, configuration or machine error. */
export type ExitCode = 0 | 1 | 2;

/** A command of the program: adds itself to the parser, and says by `done` how it ended. */
export type CommandMaker = (done: (code: ExitCode) => void) => Command;
