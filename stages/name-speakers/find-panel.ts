import type { Diagnostic } from '../../schemas/diagnostic.js';
import type { Weighing } from './lexicon.js';
import type { HeardNames } from './weigh-names.js';

/**
 * Warns where more people are introduced, welcomed and spoken to than there are voices: text without labels is told apart into two voices
 * at most, and those of a panel are then mixtures.
 */
export function findPanel(names: HeardNames, voices: number, weighing: Weighing): Diagnostic[] {
  const people = peopleThere(names, weighing);
  if (people.length <= Math.max(2, voices)) return [];
  return [
    {
      rule: 'name-speakers/more-than-two',
      severity: 'warning',
      message: `${people.length} people seem to take part (${people.join(', ')}), and the source does not say who speaks: ${voices} voices are told apart, and each may be several people's`,
    },
  ];
}

/**
 * Those for whom the cues of taking part, each kind once, add up to what a voice's name needs. Who is there is hardly ever mentioned by
 * the full name, unless to introduce them.
 */
function peopleThere({ mentions, heard, resolve }: HeardNames, { prior, enough, fullName }: Weighing): string[] {
  const needed = Math.log(enough / (1 - enough));
  const cues = new Map<string, Map<string, number>>();
  const cued = new Set(heard.map(({ mention }) => mention));
  for (const { mention, cue } of heard) {
    const name = resolve(mention.name);
    if (name === undefined || cue.absent === true) continue;
    const own = cues.get(name) ?? new Map<string, number>();
    cues.set(name, own.set(cue.id, cue.weight));
  }
  for (const mention of mentions) {
    if (mention.name.includes(' ') && !cued.has(mention)) cues.get(resolve(mention.name) ?? '')?.set('', fullName);
  }
  return [...cues].filter(([, own]) => [...own.values()].reduce((sum, weight) => sum + weight, prior) >= needed).map(([name]) => name);
}
