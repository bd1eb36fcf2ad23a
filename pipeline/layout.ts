import { join } from 'node:path';

/** Where the files of an output folder lie (contract.md, 2 and 3). */
export const episodePath = (out: string, slug: string): string => join(out, 'episodes', `${slug}.graph.json`);
export const ledgerPath = (out: string, slug: string): string => join(out, 'ledger', `${slug}.jsonl`);
export const manifestPath = (out: string): string => join(out, 'manifest.json');
export const corpusPath = (out: string): string => join(out, 'corpus.graph.json');
