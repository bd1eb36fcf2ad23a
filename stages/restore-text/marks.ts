/** What stands in the gap after a word. The numbers are the classes of the model. */
export const Mark = { none: 0, comma: 1, period: 2, question: 3 } as const;
export type Mark = (typeof Mark)[keyof typeof Mark];

/** Number of classes of a gap. */
export const MARKS = 4;

/** True for the marks that end a sentence. */
export function endsSentence(mark: number): boolean {
  return mark >= Mark.period;
}
