import type { HeldOut } from './cross-validate.js';
import { fitReading, likeliestClass, type ReadExample, type ReadingFitting } from './fit-readings.js';
import { f1Of, sumTallies, type Tally } from './measure.js';

/** Prints how well claims were found in texts of shows that the model was not trained on. */
export function reportClauses(results: Readonly<Record<'written' | 'walls' | 'bare', readonly HeldOut[]>>): void {
  for (const { example, tally } of results.written) console.log(`${example.source.episode.padEnd(44)} ${lineOf(tally)}`);
  for (const [form, tried] of Object.entries(results)) {
    for (const gold of [true, false]) {
      const some = tried.filter(({ example }) => example.source.gold === gold);
      console.log(
        `${`${form}, ${gold ? 'gold/more' : 'our annotations'}`.padEnd(44)} ${lineOf(sumTallies(some.map(({ tally }) => tally)))}`,
      );
    }
  }
  for (let tenth = 0; tenth < 10; tenth++) {
    const some = results.written
      .flatMap(({ claims }) => claims)
      .filter(({ likelihood }) => Math.min(9, Math.floor(likelihood * 10)) === tenth);
    if (some.length > 0)
      console.log(`likelihood ${tenth / 10}: ${some.length} kept, ${share(some.filter(({ right }) => right).length, some.length)} right`);
  }
}

interface Task {
  readonly classes: readonly string[];
  readonly classOf: (example: ReadExample) => string;
  /** Families that are left out, as prefixes. */
  readonly without: readonly string[];
}

/** Prints how often the readings of marked claims are right, by leaving out one show at a time. */
export function reportReadings(
  examples: readonly ReadExample[],
  { kind, polarity }: Readonly<Record<'kind' | 'polarity', Task>>,
  fitting: ReadingFitting,
): void {
  const kinds = heldOutClasses(examples, kind, fitting);
  const signs = heldOutClasses(examples, polarity, fitting);
  for (const gold of [true, false]) {
    const some = examples.map((example, index) => ({ example, index })).filter(({ example }) => example.gold === gold);
    const right = (is: (place: { readonly example: ReadExample; readonly index: number }) => boolean): string =>
      share(some.filter(is).length, some.length);
    const opinions = some.filter(({ example, index }) => example.kind !== 'fact' && kinds[index] !== 'fact');
    console.log(
      `${gold ? 'gold/more' : 'our annotations'}: kind ${right(({ example, index }) => (example.kind === 'fact') === (kinds[index] === 'fact'))}`,
      `type ${share(opinions.filter(({ example, index }) => example.kind === kinds[index]).length, opinions.length)}`,
      `polarity ${right(({ example, index }) => example.polarity === signs[index])}`,
    );
  }
}

/** Leaves out the families that a task does without. */
export function featuresFor({ features }: ReadExample, { without }: Pick<Task, 'without'>): readonly string[] {
  return without.length === 0 ? features : features.filter((feature) => !without.some((family) => feature.startsWith(family)));
}

function heldOutClasses(examples: readonly ReadExample[], task: Task, fitting: ReadingFitting): string[] {
  const shows = [...new Set(examples.map(({ show }) => show))];
  const some = examples.map((example) => ({ ...example, features: featuresFor(example, task) }));
  const models = new Map(
    shows.map((show) => [
      show,
      fitReading(
        some.filter((example) => example.show !== show),
        task,
        fitting,
      ),
    ]),
  );
  return some.map(({ show, features }) => likeliestClass(features, models.get(show) ?? new Map(), task.classes));
}

function lineOf(tally: Tally): string {
  const { found, marked, matched, exact } = tally;
  return `F1 ${f1Of(tally).toFixed(3)}  precision ${share(matched, found)}  recall ${share(matched, marked)}  word for word ${share(exact, matched)}`;
}

function share(part: number, all: number): string {
  return all === 0 ? '-' : (part / all).toFixed(3);
}
