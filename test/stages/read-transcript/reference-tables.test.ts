import { expect, test } from '@jest/globals';
import { docOf, markedText } from './reading.js';

test.each([
  [
    'Podlove',
    '<?xml version="1.0"?>\n<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts" version="1.0"><pst:speech><pst:speaker>Ann</pst:speaker><pst:item start="00:00:00.820" end="00:00:01.660">So it</pst:item><pst:item start="00:00:01.660" end="00:00:02.000">began.</pst:item></pst:speech><pst:speech><pst:speaker/><pst:item start="00:00:02.000" end="00:00:03.000">Salt &amp; pepper.</pst:item></pst:speech></pst:transcripts>',
    'podlove-xml',
    'Ann|So it began. Salt & pepper.',
  ],
  [
    'Rev reference table',
    'token|speaker|ts|endTs|punctuation|case|tags\nWell|0|0.5|0.9|,|UC|[]\nyes|0|1.0|1.2|.|LC|[]\n<inaudible>|1|||.|LC|[]\nRight|1||||UC|[]',
    'rev-nlp',
    'Speaker 0|Well, yes. {[inaudible]}Speaker 1|Right',
  ],
])('%s', (_, ...[content, format, marked]) => {
  const doc = docOf(content);
  expect(doc.format).toBe(format);
  expect(markedText(doc)).toBe(marked);
});
