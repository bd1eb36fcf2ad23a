import { z } from 'zod';

/** `everyday-words.json`: corrections by hand of what sources and counts say. */
export const everydayWordsFile = z.strictObject({
  note: z.string(),
  capitals: z.array(z.string()),
  leftOut: z.array(z.string()),
});
