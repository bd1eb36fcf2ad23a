import { expect, test } from '@jest/globals';
import { recordingUrl } from '../../output/recording-url.js';

const PODCAST = 'https://example.org/bees.mp3';
test.each([
  ['https://www.youtube.com/watch?v=abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk&t=75s'],
  ['https://m.youtube.com/watch?t=10&v=abcdefghijk&list=x#c', 'https://m.youtube.com/watch?v=abcdefghijk&list=x&t=75s'],
  ['https://youtu.be/abcdefghijk', 'https://youtu.be/abcdefghijk?t=75s'],
  ['https://youtu.be/abcdefghijk?t=3s', 'https://youtu.be/abcdefghijk?t=75s'],
  ['https://youtu.be/abcdefghijk?si=x', 'https://youtu.be/abcdefghijk?si=x&t=75s'],
  ['https://www.youtube.com/embed/abcdefghijk?start=5', 'https://www.youtube.com/watch?v=abcdefghijk&t=75s'],
  ['https://www.youtube-nocookie.com/embed/abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk&t=75s'],
  ['https://youtube.com/live/abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk&t=75s'],
  [PODCAST, `${PODCAST}#t=75`],
  [`${PODCAST}?from=feed#t=1`, `${PODCAST}?from=feed#t=75`],
  ['https://example.org/bees', undefined],
  ['https://www.youtube.com/@bees', undefined],
  ['https://notyoutube.com/watch?v=abcdefghijk', undefined],
  ['not an address', undefined],
])('%s at 75.4 seconds: %s', (url, expected) => expect(recordingUrl({ url })(75_400)).toBe(expected));

test.each([
  ['the recording before the page', { url: 'https://example.org/bees', mediaUrl: PODCAST }, `${PODCAST}#t=0`],
  ['the recording before a video of it', { url: 'https://youtu.be/abcdefghijk', mediaUrl: PODCAST }, `${PODCAST}#t=0`],
  ['a recording that is a video', { mediaUrl: 'https://youtu.be/abcdefghijk' }, 'https://youtu.be/abcdefghijk?t=0s'],
  ['a recording behind a counter', { mediaUrl: 'https://example.org/count/7' }, 'https://example.org/count/7#t=0'],
  ['a file beside the transcript', { mediaUrl: 'audio/bees.m4a' }, 'audio/bees.m4a#t=0'],
  ['nothing', {}, undefined],
])('%s', (_, facts, expected) => expect(recordingUrl(facts)(0)).toBe(expected));

test('no time, no address', () => expect(recordingUrl({ mediaUrl: PODCAST })(undefined)).toBeUndefined());
