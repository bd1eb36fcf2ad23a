import { expect, test } from '@jest/globals';
import { claimsIn, rejectedIn } from './claims-in.js';

test.each([
  ['Most of the tools in that market are terrible.', 'Most of the tools in that market are terrible', 'opinion', 'negative'],
  ['Kubernetes is a great project.', 'Kubernetes is a great project', 'opinion', 'positive'],
  ['I think testing is the hardest part of the job.', 'testing is the hardest part of the job', null, null],
  ['Nobody reads the manual anymore.', 'Nobody reads the manual anymore', null, null],
  ['Rust is faster than Python for this kind of work.', 'Rust is faster than Python for this kind of work', 'opinion', null],
  ['The company was founded in 1998 by two students.', 'The company was founded in 1998 by two students', 'fact', null],
])('%s', (sentence, quote, kind, polarity) => {
  const [claim, ...more] = claimsIn(sentence);
  expect(more).toEqual([]);
  const found = claim?.quote ?? '-';
  expect([found.endsWith(quote), quote.endsWith(found)]).toContain(true);
  if (kind !== null) expect(claim?.kind).toBe(kind);
  if (polarity !== null) expect(claim?.polarity).toBe(polarity);
});

test.each(['What do you think?', "Let's talk about Swift.", 'Thank you so much.', 'Yeah.', 'Right.', 'Welcome back to the show.'])(
  'no claim: %s',
  (sentence) => {
    expect(claimsIn(sentence)).toEqual([]);
    expect(rejectedIn(sentence).length).toBeGreaterThan(0);
  },
);

test('two claims of one sentence are two', () => {
  expect(claimsIn('The language is wonderful, but the compiler is far too slow.').length).toBe(2);
});

test('what is reported is not called the speaker’s own', () => {
  const [claim] = claimsIn('My colleague says that most managers are useless.');
  expect(claim?.stance).toBe('reports');
  expect(claim?.holder?.name).toContain('colleague');
});

test('an opinion has a type, a fact has none; the parts of the score stay on the claim', () => {
  for (const claim of claimsIn('Most of these tools are a waste of money. The firm has 400 people in Berlin.')) {
    expect(claim.claimType === null).toBe(claim.kind === 'fact');
    expect(claim.provenance.length).toBeGreaterThan(0);
  }
});

test('what an advertisement says is no claim, and the ledger says so', () => {
  const talk = Array.from({ length: 12 }, (_, at) => `Ann: Then hive number ${String(at)} grew.\nBo: I see.`).join('\n');
  const ad =
    'Ann: This portion of Bees Weekly is brought to you by Plumbo. Most plumbers are a waste of money. Plumbo is the best way to find one. Get started today at plumbo.com/bees, and use code BEES for 20% off.';
  const before = claimsIn(`${talk}\nAnn: Most plumbers are a waste of money.\nBo: I see.\n${talk}`);
  expect(before.map(({ quote }) => quote)).toContain('Most plumbers are a waste of money');
  const content = `${talk}\n${ad}\nBo: I see.\n${talk}`;
  expect(claimsIn(content).map(({ quote }) => quote)).not.toContain('Most plumbers are a waste of money');
  expect(rejectedIn(content)).toContain('in-ad');
});
