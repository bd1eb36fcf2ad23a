import { linesOf, shapesOf } from '../youtube-captions.js';

const SAID = [
  'Hello and welcome to the show.',
  'So what do you make of it?',
  'Well, most of these tools are a waste of money.',
  '(laughs)',
  'Is it so?',
  'I think it is, and it will be for years.',
  'Yeah, yeah.',
  'You said “never” – naïve café, isn’t it?',
];
const VOICES = ['Ann Lee', 'Bo Ek'];
const voiceOf = (index: number) => VOICES[index % 2] ?? '';
const pad = (value: number) => String(value).padStart(2, '0');
const clock = (second: number, point: string) => `00:${pad(Math.floor(second / 60))}:${pad(second % 60)}${point}250`;
const each = (write: (words: string, index: number) => string, join = '\n'): string => SAID.map(write).join(join);
const wordsOf = (line: string, index: number) =>
  line.split(' ').map((word, at) => ({ word, start: index * 4 + at * 0.4, end: index * 4 + at * 0.4 + 0.3 }));
const all = SAID.flatMap(wordsOf);

/** A small transcript in each format that is read: what the fuzzer starts from. */
export const SOURCES: readonly string[] = [
  ...shapesOf(linesOf(SAID)).map(({ content }) => content),
  each((words, at) => `[${clock(at * 4, '.')} --> ${clock(at * 4 + 4, '.')}]   ${at % 2 === 0 ? '- ' : ''}${words}`),
  each((words, at) => `[${clock(at * 4, '.')} --> ${clock(at * 4 + 4, '.')}]  (speaker ${String(at % 2)}) ${words}`),
  each((words, at) => `[SPEAKER_0${String(at % 2)}]: ${words}`),
  each((words, at) => `${String(at + 1)}\n${clock(at * 4, ',')} --> ${clock(at * 4 + 4, ',')}\n${voiceOf(at)}: ${words}\n`),
  `WEBVTT\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n${each((words, at) => `${clock(at * 4, '.')} --> ${clock(at * 4 + 4, '.')}\n<v ${voiceOf(at)}>${words}</v>\n`)}`,
  `1\n00:00:00,000 --> 00:00:01,000\n<u>so</u> it goes\n\n2\n00:00:01,000 --> 00:00:02,000\nso <u>it</u> goes\n\n3\n00:00:02,000 --> 00:00:03,000\nso it <u>goes</u>\n`,
  each((words, at) => `[00:${pad(at * 4)}.10]${words}`),
  `start\tend\ttext\n${each((words, at) => `${String(at * 4000)}\t${String(at * 4000 + 4000)}\t${words}`)}`,
  `start,end,speaker,text\n${each((words, at) => `${String(at * 4000)},${String(at * 4000 + 4000)},${voiceOf(at)},"${words.replaceAll('"', '""')}"`)}`,
  each((words, at) => `00:00:${pad(at * 4)} ${words}`),
  each((words, at) => `${voiceOf(at)}: ${words}`),
  `---\ntitle: "On tools"\ndate: 2026-05-01\nguests: [Bo Ek]\n---\n# On tools\n\n${each((words, at) => `**${voiceOf(at)}:** \\[00:00:${pad(at * 4)}\\] ${words} [link](https://example.org)\n`)}`,
  each((words, at) => `${voiceOf(at)}  0:${pad(at * 4)}\n${words}\n`),
  each((words, at) => `[${voiceOf(at)}] [00:${pad(at * 4)}] ${words}`),
  each((words) => words, ' '),
  each((words) => words.toLowerCase().replace(/[^a-z ]/gu, ''), ' '),
  each((words, at) => `<cite>${voiceOf(at)}:</cite>\n<time>0:${pad(at * 4)}</time>\n<p>${words} &amp; so &rsquo;on</p>`),
  `<html><body><article>${each((words, at) =>
    wordsOf(words, at)
      .map(({ word, start }) => `<span data-m="${String(start * 1000)}" data-d="300">${word} </span>`)
      .join(''),
  )}</article></body></html>`,
  `<?xml version="1.0"?><pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts">${each((words, at) => `<pst:speech><pst:speaker>${voiceOf(at)}</pst:speaker><pst:item start="${clock(at * 4, '.')}" end="${clock(at * 4 + 4, '.')}">${words}</pst:item></pst:speech>`)}</pst:transcripts>`,
  `[${each((words, at) => `{'text': "${words}", 'start': ${String(at * 4)}.5, 'duration': 4.0}`, ', ')}]`,
  JSON.stringify({
    text: SAID.join(' '),
    segments: SAID.map((text, at) => ({
      id: at,
      start: at * 4,
      end: at * 4 + 4,
      text: ` ${text}`,
      speaker: `SPEAKER_0${String(at % 2)}`,
      words: wordsOf(text, at),
    })),
    language: 'en',
  }).replace('"id":0', '"p": NaN, "id":0'),
  JSON.stringify({
    transcription: all.map(({ word, start, end }) => ({
      timestamps: { from: '', to: '' },
      offsets: { from: start * 1000, to: end * 1000 },
      text: ` ${word}`,
    })),
  }),
  JSON.stringify({
    version: '1.0.0',
    segments: all.map(({ word, start, end }, at) => ({ speaker: voiceOf(at % 12), startTime: start, endTime: end, body: word })),
  }),
  JSON.stringify({
    audio_url: 'x',
    status: 'completed',
    text: SAID.join(' '),
    utterances: SAID.map((text, at) => ({
      speaker: at % 2 === 0 ? 'A' : 'B',
      text,
      start: at * 4000,
      end: at * 4000 + 4000,
      words: wordsOf(text, at).map(({ word, start, end }) => ({ text: word, start: start * 1000, end: end * 1000 })),
    })),
  }),
  JSON.stringify({
    metadata: {},
    results: {
      channels: [
        {
          alternatives: [
            {
              transcript: SAID.join(' '),
              words: all.map(({ word, start, end }, at) => ({ word, punctuated_word: word, start, end, speaker: at % 2 })),
            },
          ],
        },
      ],
    },
  }),
  JSON.stringify({
    results: {
      transcripts: [{ transcript: SAID.join(' ') }],
      items: all.map(({ word, start, end }) => ({
        type: 'pronunciation',
        start_time: String(start),
        end_time: String(end),
        alternatives: [{ content: word }],
      })),
    },
  }),
  JSON.stringify({
    monologues: SAID.map((text, at) => ({
      speaker: at % 2,
      elements: wordsOf(text, at).map(({ word, start, end }) => ({ type: 'text', value: word, ts: start, end_ts: end })),
    })),
  }),
  `token|speaker|ts|endTs|punctuation|case|tags\n${all.map(({ word }, at) => `${word}|${String(at % 2)}|||.|UC|[]`).join('\n')}`,
  JSON.stringify({
    results: all.map(({ word, start, end }) => ({
      type: 'word',
      start_time: start,
      end_time: end,
      alternatives: [{ content: word, speaker: 'S1' }],
    })),
    metadata: {},
    format: '2.9',
  }),
  JSON.stringify({
    results: SAID.map((text, at) => ({
      alternatives: [
        {
          transcript: text,
          words: wordsOf(text, at).map(({ word, start, end }) => ({ word, startTime: `${String(start)}s`, endTime: `${String(end)}s` })),
        },
      ],
    })),
  }),
  JSON.stringify(SAID.map((text, at) => ({ speaker: voiceOf(at), timestamp: clock(at * 4, '.'), text }))),
];
