import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { fold, singularsOf } from '../fold.js';
import { NOWHERE, ROOT, toFormTree } from '../form-tree.js';
import { isAcronym } from '../gazetteer.js';

/** How often a form was written with the capitals of a name, how often without, and how often plain words only together make its letters (`in to` for Into). */
export interface Usage {
  named: number;
  plain: number;
  pieces: number;
}

const episode = z.object({ turns: z.array(z.object({ text: z.string() })) });

// "github.com/marigold", "@marigold" | "fast.ai.", "Node.js"
const ADDRESS = /(?:@[\w-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|fm|co|edu|gov)\b(?:\/\S*)?|\w+\/[\w/.-]+\.\w+)/g;
// words, numbers, "c++" | every other sign for itself
const TOKEN = /[\p{L}\p{N}+#]+|[^\s\p{L}\p{N}]/gu;
const OPENING = new Set(['.', '!', '?', ':', ';', '"', '“', '”', '…', '(', '[', ']', '-', '–', '—']);

interface Piece {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** A capital here may only mean that something begins. */
  readonly opens: boolean;
}

/** Counts listed forms in the transcripts of a folder. `spelling` has each folded form as its list writes it. */
export function measureSurfaces(folder: string, spelling: ReadonlyMap<string, string>): Map<string, Usage> {
  const usage = new Map([...spelling.keys()].map((key) => [key, { named: 0, plain: 0, pieces: 0 }]));
  const tree = toFormTree([...spelling.keys()]);
  for (const text of textsOf(folder)) {
    const pieces = piecesOf(text.replace(ADDRESS, ' '));
    for (let from = 0; from < pieces.length; from++) {
      let letters = '';
      for (let to = from; to < pieces.length && (to === from || isJoined(pieces, to)); to++) {
        const folded = pieces[to]?.folded ?? '';
        if (folded === '' && to === from) break;
        if (folded === '') continue;
        letters += folded;
        const key = [letters, ...singularsOf(letters)].find((form) => spelling.has(form));
        const counts = usage.get(key ?? '');
        if (counts !== undefined) count(counts, pieces.slice(from, to + 1), spelling.get(key ?? '') ?? '');
        if (tree.walk(ROOT, letters) === NOWHERE) break;
      }
    }
  }
  return usage;
}

function* textsOf(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    if (!name.startsWith('changelog_')) continue;
    for (const line of gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .split('\n')) {
      if (line === '') continue;
      for (const { text } of episode.parse(JSON.parse(line)).turns) yield text;
    }
  }
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let opens = true;
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const folded = fold(word);
    pieces.push({ text: word, folded, start: match.index, end: match.index + word.length, opens });
    if (folded !== '') opens = false;
    else if (OPENING.has(word)) opens = true;
  }
  return pieces;
}

/** Between two pieces of one name stands nothing, a space, or a sign that touches both. */
function isJoined(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  if (before === undefined || piece === undefined) return false;
  return before.folded !== '' && piece.folded !== '' ? piece.start - before.end <= 1 : before.end === piece.start;
}

// "GPUs" | "GPU"
const PLURAL_ENDING = /s$/;
const SEVERAL_WORDS = /[ .-]/;

function count(counts: Usage, pieces: readonly Piece[], spelling: string): void {
  const [first, ...rest] = pieces;
  if (first === undefined) return;
  const written = pieces.map(({ text }) => text).join('');
  const hasCapitals = written !== written.toLowerCase();
  if (isAcronym(spelling)) {
    if (isAcronym(written.replace(PLURAL_ENDING, ''))) counts.named++;
    else if (!hasCapitals) counts.plain++;
    return;
  }
  const inside = [first.text.slice(1), ...rest.map(({ text }) => text)].some((text) => text !== text.toLowerCase());
  if (inside || (hasCapitals && !first.opens)) counts.named++;
  else if (hasCapitals) return;
  else if (rest.length > 0 && !SEVERAL_WORDS.test(spelling)) counts.pieces++;
  else counts.plain++;
}
