import { expect, test } from '@jest/globals';
import { pipeline } from '../../pipeline/compose.js';
import type { Doc, ReadLayers } from '../../schemas/document.js';
import type { Stage } from '../../stages/stage.js';

const topics: Stage<'segments', 'topics'> = {
  name: 'find-nothing',
  version: '1',
  needs: ['segments'],
  adds: ['topics'],
  run: () => ({ layers: { topics: [] }, diagnostics: [{ rule: 'find-nothing/ran', severity: 'info', message: '' }] }),
};

const sections: Stage<'topics', 'sections'> = {
  name: 'cut-nothing',
  version: '1',
  needs: ['topics'],
  adds: ['sections'],
  run: () => ({ layers: { sections: [] }, diagnostics: [] }),
};

const source: Doc<ReadLayers> = {
  id: '0123456789abcdef',
  text: '',
  format: 'plain-text',
  episode: { language: 'en' },
  layers: { segments: [], changes: [], events: [] },
};

test('stages run in their order, and each adds its layer to a document that is left as it was', () => {
  const seen: string[] = [];
  const { doc, diagnostics } = pipeline()
    .add(topics)
    .add(sections)
    .run(source, (stage) => seen.push(stage));
  expect(seen).toEqual(['find-nothing', 'cut-nothing']);
  expect(Object.keys(doc.layers)).toEqual(['segments', 'changes', 'events', 'topics', 'sections']);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['find-nothing/ran']);
  expect(Object.keys(source.layers)).toEqual(['segments', 'changes', 'events']);
});

test('a stage in the wrong place, or a layer added twice, does not compile', () => {
  // @ts-expect-error -- sections need topics, and nothing has added them yet
  const early = pipeline().add(sections);
  // @ts-expect-error -- the layer is there already
  const twice = pipeline().add(topics).add(topics);
  expect([early, twice].map(({ stages }) => stages.map(({ name }) => name))).toEqual([['cut-nothing'], ['find-nothing', 'find-nothing']]);
});
