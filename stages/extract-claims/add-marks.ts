import type { Doc, Sentence, Token } from '../../schemas/document.js';

type Readable = Doc<'tokens' | 'sentences' | 'restored'>;

/**
 * The document with its restored sentence ends among the tokens, as tokens without width, so that a wall is read much as text with
 * punctuation is. Restored commas are right too seldom to be of use. A document to which nothing was restored stays as it is.
 */
export function addMarks<D extends Readable>(doc: D): D {
  const { tokens, sentences, restored } = doc.layers;
  const signs = restored.filter(({ start, end, text }) => start === end && text !== ',');
  if (signs.length === 0) return doc;
  const added: Token[] = [];
  /** How many marks stand before each token. */
  const marksBefore = new Int32Array(tokens.length + 1);
  let next = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    for (let sign = signs[next]; sign !== undefined && sign.start <= token.start; sign = signs[++next]) {
      added.push({ start: sign.start, end: sign.end, lower: sign.text, pos: 'PUNCT' });
    }
    marksBefore[index] = next;
    added.push(token);
  }
  for (let sign = signs[next]; sign !== undefined; sign = signs[++next]) {
    added.push({ start: sign.start, end: sign.end, lower: sign.text, pos: 'PUNCT' });
  }
  marksBefore[tokens.length] = next;
  const moved = sentences.map((sentence): Sentence => ({
    start: sentence.start,
    end: sentence.end,
    firstToken: sentence.firstToken + (marksBefore[sentence.firstToken] ?? 0),
    endToken: sentence.endToken + (marksBefore[sentence.endToken] ?? 0),
    by: sentence.by,
  }));
  return { ...doc, layers: { ...doc.layers, tokens: added, sentences: moved } };
}
