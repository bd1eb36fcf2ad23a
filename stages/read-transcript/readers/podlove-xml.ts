import { decodeEntities } from '../clean-words.js';
import { attributeOf } from '../attributes.js';
import { readTags } from '../read-tags.js';
import type { Reader } from '../reader.js';
import { toPieces, type Said } from '../said.js';
import { timesOf } from '../json-time.js';
import { toMs } from '../timecode.js';

// "<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts">"
const ROOT = /<(?:[\w-]{1,20}:)?transcripts\b[^<>]{0,500}simple-transcripts/u;

/** Podlove's simple transcripts: speeches with a speaker, and items with times. A speech without a speaker goes on with the voice before. */
export const podloveXml: Reader = {
  format: 'podlove-xml',
  score: ({ content }) => (ROOT.test(content.slice(0, 5000)) ? 1 : 0),
  read: ({ content }, lexicon) => ({ pieces: toPieces(saidIn(content), lexicon), episode: {}, diagnostics: [] }),
};

function saidIn(content: string): Said[] {
  const said: Said[] = [];
  let label: string | undefined;
  for (const { name, isClosing, attributes, text, line } of readTags(content)) {
    if (isClosing) continue;
    if (name === 'speaker') label = decodeEntities(text).trim() || label;
    else if (name === 'item')
      said.push({
        text,
        line,
        label,
        ...timesOf(toMs(attributeOf(attributes, 'start') ?? ''), toMs(attributeOf(attributes, 'end') ?? '')),
      });
  }
  return said;
}
