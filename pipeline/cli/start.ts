import { runCli } from './run-cli.js';

// `npm start` alone reads the sample episodes; `npm start -- <paths> -o <folder>` is `whosaid extract` on any transcripts.
const given = process.argv.slice(2);
process.exitCode = await runCli(['extract', ...(given.length === 0 ? ['examples', '-o', 'graphs'] : given)]);
