import { describe, expect, test } from '@jest/globals';
import { contains, overlaps, slice } from '../../../schemas/span.js';
import { tagEntities } from '../../../stages/tag-entities/tag-entities.js';
import { documentOf, entitiesIn, LEXICON, mentionsIn, namesIn } from './entities-in.js';

describe('listed names', () => {
  test.each([
    ['We ported it to Kubernetes last spring.', ['Kubernetes → Kubernetes (technology)']],
    [
      'I took the fast AI course, and then I paid for Fast.ai shirts.',
      ['fast AI → fast.ai (organization)', 'Fast.ai → fast.ai (organization)'],
    ],
    ['The paper on ULMfit changed how I train.', ['ULMfit → ULMFiT (technology)']],
    ['Our app is all Swift UI now.', ['Swift UI → SwiftUI (technology)']],
    ['You need two GPUs for that.', ['GPUs → GPU (technology)']],
    ['We got second place on the DAWN bench.', ['DAWN bench → DAWNBench (work)']],
    ['They moved from Lisbon to South Korea.', ['Lisbon → Lisbon (place)', 'South Korea → South Korea (place)']],
    ['I studied at Carnegie Mellon.', ['Carnegie Mellon → Carnegie Mellon University (organization)']],
    ['It is C++ and a bit of C#, on .NET.', ['C++ → C++ (technology)', 'C# → C# (technology)', '.NET → .NET (technology)']],
    ['I read Weapons of Math Destruction twice.', ['Weapons of Math Destruction → Weapons of Math Destruction (work)']],
  ])('%s', (sentence, entities) => expect(entitiesIn(sentence)).toEqual(entities));
});

describe('concepts', () => {
  test.each([
    ['Most of it is transfer learning.', ['transfer learning']],
    ['Recurrent neural networks were slow, and RNNs still are.', ['recurrent neural network', 'recurrent neural network']],
    ['She works on natural-language processing.', ['natural language processing']],
    ['We have end to end tests and a lot of tech debt.', ['end-to-end testing', 'technical debt']],
    ['"It is all supply chain management." That was the line.', ['supply chain management']],
    ['A domain specific language is a small thing.', ['domain-specific language']],
    ['With deep learning, momentum is a knob you turn.', ['deep learning', 'momentum']],
  ])('%s', (sentence, names) => expect(namesIn(sentence)).toEqual(names));

  test.each([
    'The team lost momentum after the holidays.',
    'She had a vision of a quiet garden.',
    'He tries to be nice to everybody.',
    'We were testing this stuff in the kitchen.',
    'The data was a mess and the research took a year.',
  ])('no concept: %s', (sentence) => expect(namesIn(sentence)).toEqual([]));
});

describe('everyday words that are also names', () => {
  test.each([
    ['We wrote the scheduler in Go and Rust.', ['Go', 'Rust']],
    ['A friend at Apple told me so.', ['Apple']],
    ['I like Fortran and C and Pascal.', ['Fortran', 'C', 'Pascal']],
    ['On a Mac you just drag it over.', ['Mac']],
    ['You can use Keras or Theano or PyTorch.', ['Keras', 'Theano', 'PyTorch']],
  ])('%s', (sentence, names) => expect(namesIn(sentence)).toEqual(names));

  test.each([
    'Go ahead, I can wait.',
    'I ate an apple on the box.',
    'They slack off at noon, and nobody minds.',
    "It ain't so, and that's the whole point.",
    'She was a PM before that, or maybe a DA.',
    'Put in your word, and do it soon.',
    'We paint on a blank canvas.',
    'In the end it was just a swift reply to a fast question.',
    'He gave it a C, which I thought was unfair.',
    'Look at github.com/marigold for that.',
    'The office was closed, and so was the depot.',
  ])('nothing: %s', (sentence) => expect(namesIn(sentence)).toEqual([]));
});

describe('names without a list', () => {
  test.each([
    ['I talked to Bettina Quandt about it.', ['Bettina Quandt → Bettina Quandt (person)']],
    ['There is a startup called Plumelo that does it.', ['Plumelo → Plumelo (organization)']],
    ['We built it with a library called Zorbit.', ['Zorbit → Zorbit (technology)']],
    ['She left for Quandt Labs in May.', ['Quandt Labs → Quandt Labs (organization)']],
    ['He went to the University of Nowheria for that.', ['University of Nowheria → University of Nowheria (organization)']],
    ['I met Otto J. Marwick there.', ['Otto J. Marwick → Otto J. Marwick (person)']],
    ['We run it on Kafka Camp.', ['Kafka Camp → Kafka Camp (technology)']],
  ])('%s', (sentence, entities) => expect(entitiesIn(sentence)).toEqual(entities));

  test.each([
    'See you on Friday, or in January.',
    'She said, "Well, that is a lot of money."',
    'The American ones speak English and German.',
    'The CEO asked for the URL of the API.',
    'Oh my God, Yeah, that was it.',
    'I bought a TV for 300 Pounds.',
    'You plug in the 4K screen.',
  ])('nothing: %s', (sentence) => expect(namesIn(sentence)).toEqual([]));
});

describe('short forms', () => {
  test('a bare first name is the full name that the episode has', () =>
    expect(namesIn(['I spoke with Bettina Quandt.', 'And Bettina said no?', 'Quandt said no.'])).toEqual([
      'Bettina Quandt',
      'Bettina Quandt',
      'Bettina Quandt',
    ]));

  test('a bare first name is the voice that the source names', () =>
    expect(entitiesIn(['So Ruby, how was it?', 'It was fine, Otto.'], ['Otto Marwick', 'Ruby Quandt'])).toEqual([
      'Ruby → Ruby Quandt (person)',
      'Otto → Otto Marwick (person)',
    ]));

  test('a first name that nobody completes stays a part of a name', () =>
    expect(mentionsIn('My neighbour Bettina fixed it.')).toMatchObject([{ name: 'Bettina', partial: true }]));

  test('a first name that two people share stays a part of a name', () =>
    expect(mentionsIn('Anna Quandt met Anna Marwick, and Anna laughed.').map(({ name, partial }) => [name, partial])).toEqual([
      ['Anna Quandt', false],
      ['Anna Marwick', false],
      ['Anna', true],
    ]));
});

describe('what the episode shows elsewhere', () => {
  test('a word that opens a sentence is a name where the episode writes it so', () =>
    expect(namesIn('We chose Slack. Slack is loud.')).toEqual(['Slack', 'Slack']));

  test('a version belongs to its technology', () => expect(namesIn('We are still on Python 3, sadly.')).toEqual(['Python 3']));

  test('a number that counts something does not', () => expect(namesIn('I used Python 3 times.')).toEqual(['Python']));
});

describe('text without capitals', () => {
  const wall =
    'so we took the machine learning thing and put it on kubernetes and then bettina said we should go slow and use python for it and you know i think that was a good call because nobody had time to look at the box in the office';
  test('clear names and concepts are found, everyday words are not', () =>
    expect(namesIn(wall)).toEqual(['machine learning', 'Kubernetes', 'Bettina', 'Python']));
});

describe('invariants', () => {
  const text = ["Well, Quandt's team at NVIDIA uses CUDA – “Loki’s” fine 😀, naïve…", 'AT&T? R&D, I mean: Jean-Luc O’Neil, PhD.'];
  const doc = documentOf(text, []);
  const mentions = mentionsIn(text);

  test('mentions are sorted, do not overlap, and lie in the text', () => {
    for (const [index, mention] of mentions.entries()) {
      expect(contains({ start: 0, end: doc.text.length }, mention)).toBe(true);
      expect(slice(doc.text, mention)).toMatch(/^\S(?:.*\S)?$/u);
      expect(mentions.slice(index + 1).some((other) => overlaps(mention, other) || other.start < mention.start)).toBe(false);
    }
  });
  test('the same text gives the same mentions', () => expect(mentionsIn(text)).toEqual(mentions));
  test('no text, no mentions', () => expect(mentionsIn('')).toEqual([]));
  test('the stage says what it needs and adds', () =>
    expect(tagEntities(LEXICON)).toMatchObject({ name: 'tag-entities', needs: ['changes', 'tokens', 'sentences'], adds: ['mentions'] }));
});
