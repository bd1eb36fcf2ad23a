import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toTable } from '../../stages/restore-text/train/report.js';
import { scoreShows } from '../../stages/restore-text/train/score-shows.js';
import type { Lexicons } from '../load-lexicons.js';
import { sampleOfShow } from './labelled-shows.js';
import { adTable, scoreAds } from './score-ads.js';
import { clipTable, scoreClips } from './score-clips.js';
import { nameTable, scoreNames } from './score-names.js';

/** Episodes of a show that are restored: enough to see a change, and a few seconds. */
const RESTORED_EPISODES = 4;
/** Shows that the cues and weights of name-speakers were not chosen on (its README says how far), and how many episodes of each are scored. */
const NAME_SHOWS = ['gotime', 'shipit', 'brainscience', 'spotlight'];
const NAME_EPISODES = 17;

/** What is scored on labelled shows that nothing was trained on, as sections of the scoreboard; none where the shows are not at hand. */
export function heldOutSections(shows: string, lexicons: Lexicons): string[] {
  return existsSync(shows)
    ? [clipsSection(shows, lexicons), restoringSection(shows, lexicons), namesSection(shows, lexicons), adsSection(shows, lexicons)]
    : [];
}

function clipsSection(shows: string, lexicons: Lexicons): string {
  const note =
    'Clips of a few turns from the same held-out episodes of two people, as lower-case walls; means over clips. A single clip has so few changes of voice that its figures say little.';
  return `## Clips, where the source does not say who speaks\n\n${note}\n\n${clipTable(scoreClips(lexicons, shows))}`;
}

function restoringSection(shows: string, { restoring }: Lexicons): string {
  const note =
    'Whole episodes of shows that nothing was trained on, without case and marks: F1 of what `restore-text` gives back, in exactly the right place. In brackets the first baseline, a sentence every 13 words; the second, the wall as it is, has 0 everywhere.';
  return `## Restoring\n\n${note}\n\n${toTable(scoreShows(shows, restoring, RESTORED_EPISODES))}`;
}

function namesSection(shows: string, lexicons: Lexicons): string {
  const rows = (['labels', 'words'] as const).flatMap((from) =>
    NAME_SHOWS.map((show) => ({ ...scoreNames(show, sampleOfShow(shows, show, NAME_EPISODES), { lexicons, from }), from })),
  );
  const note =
    'Two-person episodes of shows that the cues were not chosen on, their labels taken away; with the turns of the labels, and with those found from the words. A first name alone counts as right, and so does a short form of it. In the last column a name is not spoken that the other person has as well, that stands in somebody else\'s full name, or of which only a title after the comma ("Psy.D") seems to be there ("I\'d").';
  return `## Names\n\n${note}\n\n${nameTable(rows)}`;
}

function adsSection(shows: string, lexicons: Lexicons): string {
  const note =
    'Words of advertisements. In `news` the host marks each by a sentence in its own turn ("Sponsored News", thanks "for sponsoring"), so cues and marks share words: what is measured is how much of the turn is found. Episodes from 100 on were held out. The other shows have chapters with `sponsor` marks (three turns beside one count, their starts being interpolated), but their transcripts leave out what is said there: only precision means something.';
  return `## Advertisements\n\n${note}\n\n${adTable(scoreAds(join(shows, '..'), lexicons))}`;
}
