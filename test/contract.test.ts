import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pipeline } from '../pipeline/compose.js';
import { extract } from '../pipeline/extract.js';
import { loadLexicons } from '../pipeline/load-lexicons.js';
import { PROJECT_ROOT } from '../pipeline/project.js';
import { problemsOfEpisode } from '../pipeline/validate.js';
import { toStableJson } from '../output/stable-json.js';
import type { Doc, Layers } from '../schemas/document.js';
import { compareSpans, contains, slice, type Span } from '../schemas/span.js';
import { extractClaims } from '../stages/extract-claims/extract-claims.js';
import { findTopics } from '../stages/find-topics/find-topics.js';
import { nameSpeakers } from '../stages/name-speakers/name-speakers.js';
import { readTranscript } from '../stages/read-transcript/read-transcript.js';
import { restoreText } from '../stages/restore-text/restore-text.js';
import { splitTurns } from '../stages/split-turns/split-turns.js';
import { tagEntities } from '../stages/tag-entities/tag-entities.js';
import { tagTokens } from '../stages/tag-tokens/tag-tokens.js';

const lexicons = loadLexicons();

const example = (name: string) => readFileSync(join(PROJECT_ROOT, 'examples', name), 'utf8');

/** Sources that every stage must keep its promises on. */
const SOURCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(join(PROJECT_ROOT, 'examples'))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name, example(name)]),
  ),
  'one word': 'Hello',
  'emoji and combining marks': 'Ann: I love 👩‍💻 and nai\u0308ve cafe\u0301s, don’t you?\r\nBo: Yes! 🎉 Most of them are great.\r\n',
  'punctuation only': '... ?! --',
  'labels that come back': 'Ann Lee: So?\nBo Ek: No.\nAnn Lee: Why not?\nBo Ek: Because it is always broken, and nobody fixes it.\n',
  'a long word': `${'a'.repeat(5000)} and ${'é'.repeat(3000)}.`,
  numbers: 'It went from 3.5 to 10,000 in 2019, i.e. 50% of $1.2m. That is a lot.',
  German: 'Und das ist auch nicht so einfach, wie man denkt. Aber wir haben es mit der Zeit gelernt.',
};

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

function run(content: string): Doc<keyof Layers> {
  const read = readTranscript({ id: '0123456789abcdef', content }, lexicons.reader);
  if (!read.ok) throw new Error(read.refusal.message);
  return pipeline()
    .add(tagTokens())
    .add(restoreText(lexicons.restoring.model, lexicons.restoring.casing))
    .add(splitTurns(lexicons.turns))
    .add(tagEntities(lexicons.entities))
    .add(nameSpeakers(lexicons.names))
    .add(findTopics(lexicons.topics))
    .add(extractClaims(lexicons.claims))
    .run(frozen(read.doc)).doc;
}

const SPAN_LAYERS = ['segments', 'tokens', 'sentences', 'restored', 'turns', 'mentions', 'sections', 'claims', 'rejected'] as const;

describe.each(Object.entries(SOURCES))('%s', (_, content) => {
  const doc = run(content);
  const whole: Span = { start: 0, end: doc.text.length };
  const { turns, claims, sentences, tokens, sections, speakers } = doc.layers;

  test('twice the same, from frozen input', () => expect(JSON.stringify(run(content))).toBe(JSON.stringify(doc)));

  test('plain JSON data', () => expect(JSON.parse(JSON.stringify(doc))).toEqual(doc));

  test.each(SPAN_LAYERS)('%s: sorted, inside the text, whole characters', (layer) => {
    const spans: readonly Span[] = doc.layers[layer];
    expect([...spans].sort(compareSpans)).toEqual(spans);
    for (const span of spans) {
      expect(contains(whole, span) && span.start <= span.end).toBe(true);
      const words = slice(doc.text, span);
      expect(Buffer.from(words, 'utf8').toString('utf8')).toBe(words);
    }
  });

  test('turns cover the text: joined by one space they are the canonical text', () => {
    expect(turns.map((turn) => slice(doc.text, turn)).join(' ')).toBe(doc.text);
  });

  test('the canonical text is clean', () => {
    expect(doc.text).toBe(doc.text.normalize('NFC'));
    expect(doc.text).not.toMatch(/^\s|\s$|\s\s|[\n\r\t]/u);
  });

  test('sections cover the text in order', () => {
    expect(sections[0]?.start).toBe(0);
    expect(sections.at(-1)?.end).toBe(doc.text.length);
  });

  test('a claim lies in its turn, begins and ends at a token, and is there once', () => {
    const starts = new Set(tokens.map(({ start }) => start));
    const ends = new Set(tokens.map(({ end }) => end));
    for (const claim of claims) {
      const turn = turns[claim.turn];
      expect(turn !== undefined && contains(turn, claim)).toBe(true);
      expect(starts.has(claim.start) && ends.has(claim.end)).toBe(true);
    }
    expect(new Set(claims.map(({ start, end }) => `${String(start)}-${String(end)}`)).size).toBe(claims.length);
  });

  test('every sentence is accounted for: it holds a claim or has its row', () => {
    for (const sentence of sentences) {
      const kept = claims.some((claim) => claim.start < sentence.end && sentence.start < claim.end);
      const rejected = doc.layers.rejected.some((row) => row.start < sentence.end && sentence.start < row.end);
      expect(kept || rejected).toBe(true);
    }
  });

  test('every voice of a turn is a speaker; confidences are shares', () => {
    const voices = new Set(speakers.map(({ voice }) => voice));
    for (const turn of turns) {
      if (turn.voice !== null) expect(voices.has(turn.voice)).toBe(true);
      for (const { voice, confidence } of turn.candidates) expect(voices.has(voice) && confidence >= 0 && confidence <= 1).toBe(true);
    }
  });

  test('the graph is sound, and the library gives the same bytes twice', () => {
    const { graph } = extract(content);
    expect(problemsOfEpisode(JSON.parse(toStableJson(graph)))).toEqual([]);
    expect(toStableJson(extract(content).graph)).toBe(toStableJson(graph));
  });
});
