import type { Episode } from './episodes.js';

/** The shapes in which an episode is trained and measured on. */
export const VARIANTS = ['punctuated', 'run-on', 'wall'] as const;
export type Variant = (typeof VARIANTS)[number];

/** An episode's text without its labels, and who speaks from which offset on. */
export interface Unlabelled {
  readonly show: string;
  readonly id: string;
  readonly variant: Variant;
  readonly text: string;
  readonly starts: readonly { readonly at: number; readonly speaker: number }[];
}

/** Takes an episode's labels away, and of its punctuation as much as the variant asks for. */
export function unlabel(episode: Episode, variant: Variant, random: () => number): Unlabelled {
  const rewrite = rewriterOf(variant, random);
  const starts: { at: number; speaker: number }[] = [];
  let text = '';
  for (const turn of episode.turns) {
    const words = rewrite(turn.text);
    if (words === '') continue;
    if (text !== '') text += ' ';
    if (starts.at(-1)?.speaker !== turn.speaker) starts.push({ at: text.length, speaker: turn.speaker });
    text += words;
  }
  return { show: episode.show, id: episode.id, variant, text, starts };
}

function rewriterOf(variant: Variant, random: () => number): (text: string) => string {
  if (variant === 'punctuated') return (text) => text;
  if (variant === 'run-on') return (text) => toRunOn(text, random);
  const apostrophes = random() < 0.5 ? "'" : '';
  return (text) => toWall(text, apostrophes, random);
}

// Whatever a recogniser that prints bare words leaves out: "Well, it's 5%!" -> "well it's 5".
const NOT_A_WORD = /[^\p{L}\p{N}' ]+/gu;
const SHARE_OF_ERRORS = 0.015;

const SHARE_OF_HESITATIONS = 0.02;
const HESITATIONS = ['uh', 'um', 'uh', 'um', 'uh', 'um', 'you know', 'you know', 'i mean', 'like', 'like', 'so', 'yeah'];

/**
 * Lower case without punctuation, in every second episode without apostrophes; some words lost, misheard or said twice, and hesitations
 * put back, which the people who typed these transcripts left out.
 */
function toWall(text: string, apostrophe: string, random: () => number): string {
  const bare = text.toLowerCase().replaceAll('’', "'").replace(NOT_A_WORD, ' ').replaceAll("'", apostrophe);
  const words = bare.split(' ').filter((word) => word !== '' && word !== "'");
  return words
    .flatMap((word, index) => (index === 0 ? [word] : asHeard(word, words[Math.floor(random() * words.length)] ?? word, random)))
    .join(' ');
}

function asHeard(word: string, other: string, random: () => number): string[] {
  const chance = random() / SHARE_OF_ERRORS;
  if (chance < 1) return [];
  if (chance < 2) return [other];
  if (chance < 3) return [word, word];
  return random() < SHARE_OF_HESITATIONS ? [HESITATIONS[Math.floor(random() * HESITATIONS.length)] ?? 'uh', word] : [word];
}

// The end of a sentence inside a turn, and the first letter of the next: ". S"; not "e.g. some".
const INNER_END = /[.?!] (\p{Lu})(?=\p{Ll})/gu;
const SHARE_OF_RUN_ONS = 0.35;
const SHARE_OF_COMMAS = 0.6;
const SHARE_OF_LOST_QUESTIONS = 0.2;

/** Some sentences joined by a comma or by nothing, and some questions ending in a stop, as recognisers that punctuate do. */
function toRunOn(text: string, random: () => number): string {
  const joined = text.replace(INNER_END, (whole, letter: string) => {
    if (random() >= SHARE_OF_RUN_ONS) return whole;
    return `${random() < SHARE_OF_COMMAS ? ',' : ''} ${letter.toLowerCase()}`;
  });
  return joined.replaceAll('?', () => (random() < SHARE_OF_LOST_QUESTIONS ? '.' : '?')).replaceAll('  ', ' ');
}
