import { expect, test } from '@jest/globals';
import { claimsIn } from './claims-in.js';

/** The stance and the holder of the claim that holds these words. */
function stanceOf(sentence: string, words: string): [string, string | undefined] | undefined {
  const claim = claimsIn(sentence).find(({ quote }) => quote.includes(words));
  return claim === undefined ? undefined : [claim.stance, claim.holder?.name];
}

test.each([
  ['My colleague says that most managers are useless.', 'managers are useless', 'My colleague'],
  ['Some people think that meetings are a waste of time.', 'meetings are a waste of time', 'Some people'],
  ["You're saying that nobody reads the manual.", 'nobody reads the manual', 'You'],
  ['Nora Lind has given talks and said that small teams are faster than large ones.', 'small teams are faster', 'Nora Lind'],
  ['Some gardeners have walked over and said the soil is too dry for beans.', 'the soil is too dry', 'gardeners'],
  ['One baker who came up to me in Leeds said, oh, the ovens are far too slow.', 'the ovens are far too slow', 'One baker'],
  ['And they were like, oh, this bread is terrible.', 'this bread is terrible', 'they'],
  ['There were critics in those years, and Hansen was proving that small ovens are a waste of money.', 'small ovens are a waste', 'Hansen'],
  ['Somebody in the choir said, oh, the hall is too cold for singing.', 'the hall is too cold', 'Somebody'],
  ["One idea in Nora's book is that small teams are faster than large ones.", 'small teams are faster', "Nora's book"],
  ['When somebody came in, Nora Lind said the soil is too dry for beans.', 'the soil is too dry', 'Nora Lind'],
  ['The goal of the garden, the way Nora Lind describes it, is to feed the whole street.', 'to feed the whole street', 'Nora Lind'],
])('%s', (sentence, words, holder) => {
  const [stance, name] = stanceOf(sentence, words) ?? [];
  expect(stance).toBe('reports');
  expect(name).toContain(holder);
});

test.each([
  ['I think that meetings are a waste of time.', 'meetings are a waste of time'],
  ['I would say that small teams are faster than large ones.', 'small teams are faster'],
  ['As you said, small teams are faster than large ones.', 'small teams are faster'],
  ['We tried it and said the bread is terrible.', 'the bread is terrible'],
  ['The point is that small teams are faster than large ones.', 'small teams are faster'],
  ['It is like a very slow oven.', 'slow oven'],
  ['Her book is a wonderful piece of work.', 'wonderful piece'],
  ['What do you think makes a small team so fast? Small teams are faster than large ones.', 'Small teams are faster'],
])('the speaker’s own: %s', (sentence, words) => {
  expect(stanceOf(sentence, words)).toEqual(['asserts', undefined]);
});

test.each([
  ["I'm not sure there is another shop quite like that oven maker's.", 'quite like that oven', 'doubts'],
  ["I'm not convinced there's anything quite like that oven.", 'quite like that oven', 'doubts'],
  ['If there were some better ovens than the normal ones.', 'better ovens', 'supposes'],
  ['If you want more than ten loaves, you need a bigger oven.', 'a bigger oven', 'asserts'],
  ['I mean if you bake at night the bread is better.', 'the bread is better', 'asserts'],
  ["I just don't think that the oven is worth the money.", 'worth the money', 'doubts'],
  ["I don't necessarily think the oven helped the bakers at all.", 'helped the bakers', 'doubts'],
  ["I really don't think that necessarily the bread is better there.", 'bread is better', 'doubts'],
  ["I don't know how the bakers use that huge oven.", 'use that huge oven', 'doubts'],
  ["It's not clear whether, for example, all bakers can use the oven.", 'can use the oven', 'doubts'],
  ["I don't remember whether the oven was ever used by the bakers.", 'used by the bakers', 'doubts'],
  ['Until the city formally says that you can bake at night, nobody is allowed to do it.', 'bake at night', 'supposes'],
  ['If people think that the bread is bad, they stay away.', 'the bread is bad', 'supposes'],
  ['People think that the bread is bad if they stay away.', 'the bread is bad', 'reports'],
  ['It depends on whether I think that the bread is bad.', 'bread is bad', 'supposes'],
  ['Nobody asked me whether I think the bread is bad.', 'bread is bad', 'supposes'],
  ['Whether you like it or not, the bread is bad.', 'the bread is bad', 'asserts'],
  ["I don't think so, the bread is much better there.", 'bread is much better', 'asserts'],
  ['Whether you like it or not, the bread is much better there.', 'bread is much better', 'asserts'],
  ['I just think that the oven is worth the money.', 'worth the money', 'asserts'],
  ["I don't know her, but the bread is much better there.", 'bread is much better', 'asserts'],
])('no stronger than said: %s', (sentence, words, stance) => {
  expect(stanceOf(sentence, words)?.[0]).toBe(stance);
});

test.each([
  ['Ann Lee: It is late.\nBo Ek: Nora Lind runs the shop. He said that the ovens are far too slow.', 'Nora Lind'],
  ['Ann Lee: It is late.\nBo Ek: Nora Lind is here, a baker and a teacher. She said that the ovens are far too slow.', 'Nora Lind'],
  ['Ann Lee: Is that so, Bo Ek?\nBo Ek: Bo Ek, they shout, bake! So he said that the ovens are far too slow.', 'he'],
  ['Ann Lee: It is late.\nBo Ek: Nora Lind came in with her boss. He said that the ovens are far too slow.', 'He'],
])('nobody calls himself "he", and "he" is the one spoken of last: %s', (sentence, holder) => {
  expect(stanceOf(sentence, 'ovens are far too slow')).toEqual(['reports', holder]);
});

test.each([
  ['So I guess Nora wrote the first paper on ovens.', ['I guess']],
  ['I expect that the oven will be cold.', ['I expect']],
  ['Maybe, um, the oven is 30% faster than the old one.', ['Maybe']],
  ['The oven is 30% faster than the old one.', []],
])('hedged, also before the claim: %s', (sentence, hedges) => {
  expect(claimsIn(sentence).flatMap(({ strength }) => strength.hedges.map(({ start, end }) => sentence.slice(start, end)))).toEqual(hedges);
});

test.each([
  ['It is not all thanks to the bakers, the farmers are doing fine work here.', 'not all thanks'],
  ['What he found is that if you bake at night, the bread is better.', 'if you bake'],
])('a claim keeps the word that turns it round: %s', (sentence, words) => {
  expect(claimsIn(sentence).some(({ quote }) => quote.includes(words))).toBe(true);
});
