import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { knownElsewhere } from '../corpus/known-elsewhere.js';
import { WhosaidError } from '../errors.js';
import { explainClaim, findClaim } from '../explain.js';
import { ledgerPath } from '../layout.js';
import { episodePathsIn, readCorpus, readGraphFile } from '../read-graphs.js';
import type { CommandMaker } from './command-maker.js';

/** `whosaid explain`: why it is a claim, why this speaker, what else was considered. */
export const explainCommand: CommandMaker = (done) =>
  new Command('explain')
    .description('say why something is a claim, why this speaker, and what else was considered')
    .argument('<graphs>', 'the folder that extract wrote to')
    .argument('<claim>', 'a claim id, or the start of one')
    .option('--json', 'print one JSON object', false)
    .action(async (folder: string, id: string, options: { readonly json: boolean }) => {
      for (const path of await episodePathsIn(folder)) {
        const found = findClaim((await readGraphFile(path)).content, id);
        if (found === undefined) continue;
        const slug = basename(path, '.graph.json');
        const ledger = await readFile(ledgerPath(folder, slug), 'utf8').catch(() => '');
        const corpus = await readCorpus(folder);
        const episodeId = found.episode.graph.id.replace('episode:', '');
        const elsewhere = corpus === undefined ? undefined : knownElsewhere(corpus, episodeId);
        const explanation = explainClaim(found, { ledger, elsewhere });
        process.stdout.write(options.json ? `${JSON.stringify({ schemaVersion: 1, ...explanation.data })}\n` : explanation.text);
        done(0);
        return;
      }
      throw new WhosaidError('not-found', `no claim ${id} in ${folder}`, {
        hint: 'claim ids look like claim:0123456789abcdef and stand in the episode graphs',
      });
    });
