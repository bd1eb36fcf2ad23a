import { expect, test } from '@jest/globals';
import { docOf, markedText, readingOf } from './reading.js';

const json = (value: unknown): string => JSON.stringify(value);
const segment = ([start, end]: readonly number[], text: string, more = {}) => ({ start, end, text, ...more });
const word = (text: string, [start, end]: readonly number[] = [], more = {}) => ({ word: text, start, end, ...more });

/** Each segment as `words@start-end`, a `*` where the times are the word's own. */
function timesOf(content: string): string[] {
  const { text, layers } = docOf(content);
  return layers.segments.map(({ start, end, startMs, endMs, timedWord }) => {
    const times = `${String(startMs ?? '')}-${String(endMs ?? '')}`;
    return `${text.slice(start, end)}@${times}${timedWord === true ? '*' : ''}`;
  });
}

test.each([
  [
    'openai-whisper: leading spaces, an empty segment',
    json({ text: 'x', segments: [segment([0, 1], ' So it began.'), segment([1, 2], ''), segment([2, 3], ' And then?')] }),
    'whisper-json',
    'So it began. And then?',
  ],
  [
    'openai-whisper: a bare NaN',
    '{"segments": [{"start": 0.0, "end": 1.0, "text": " So it began.", "avg_logprob": NaN}]}',
    'whisper-json',
    'So it began.',
  ],
  [
    'openai-whisper: a dash is a change, music is an event',
    json({ segments: [segment([0, 1], ' (soft music)'), segment([1, 2], ' - Who is it?'), segment([2, 3], ' - The postman.')] }),
    'whisper-json',
    '{(soft music)}|Who is it? |The postman.',
  ],
  [
    'openai: words with times beside a text with punctuation',
    json({
      task: 'transcribe',
      text: 'So, it began. Twice!',
      words: [word('So', [0, 1]), word('it', [1, 2]), word('began', [2, 3]), word('Twice', [3, 4])],
    }),
    'whisper-json',
    'So, it began. Twice!',
  ],
  [
    'openai: diarized_json',
    json({ segments: [segment([0, 1], 'Who is it?', { speaker: 'A' }), segment([1, 2], 'The postman.', { speaker: 'B' })] }),
    'whisper-json',
    'Speaker A|Who is it? Speaker B|The postman.',
  ],
  [
    'podwhisperer: a map of speakers',
    json({
      speakers: { spk_0: 'Ann' },
      segments: [segment([0, 1], ' Hello.', { speakerLabel: 'spk_0' }), segment([1, 2], ' Hi.', { speakerLabel: 'spk_1' })],
    }),
    'whisper-json',
    'Ann|Hello. spk_1|Hi.',
  ],
  [
    'whisperX: a voice that changes inside a segment, words without time or voice',
    json({
      segments: [
        segment([0, 3], ' Who is it? In 1999 I knew.', {
          speaker: 'SPEAKER_00',
          words: [
            word('Who', [0, 1], { speaker: 'SPEAKER_00' }),
            word('is', [1, 1.2], { speaker: 'SPEAKER_00' }),
            word('it?', [1.2, 1.4], { speaker: 'SPEAKER_00' }),
            word('In', [1.5, 1.6], { speaker: 'SPEAKER_01' }),
            word('1999'),
            word('I', [2, 2.1], { speaker: 'SPEAKER_01' }),
            word('knew.', [2.1, 3], { speaker: 'SPEAKER_01' }),
          ],
        }),
      ],
    }),
    'whisper-json',
    'SPEAKER_00|Who is it? SPEAKER_01|In 1999 I knew.',
  ],
  [
    'whisper.cpp -oj: `?` is no speaker',
    json({
      transcription: [
        { offsets: { from: 0, to: 900 }, text: ' Who is it?', speaker: '0' },
        { offsets: { from: 900, to: 1900 }, text: ' Well.', speaker: '?' },
        { offsets: { from: 1900, to: 2900 }, text: ' The postman.', speaker: '1' },
      ],
    }),
    'whisper-cpp-json',
    'Speaker 0|Who is it? Well. Speaker 1|The postman.',
  ],
  [
    'whisper.cpp -ml: segments that end inside a word',
    json({
      transcription: [' Un', 'believ', 'able', ',', ' that', "'s", ' all', '.'].map((text, at) => ({
        offsets: { from: at, to: at + 1 },
        text,
      })),
    }),
    'whisper-cpp-json',
    "Unbelievable, that's all.",
  ],
  [
    'whisper.cpp -tdrz: a speaker turn',
    json({
      transcription: [
        { offsets: { from: 0, to: 9 }, text: ' Who is it? [SPEAKER_TURN]' },
        { offsets: { from: 9, to: 19 }, text: ' The postman.' },
      ],
    }),
    'whisper-cpp-json',
    'Who is it? |The postman.',
  ],
  [
    'Podcasting 2.0: a segment without a name inherits it, a jingle is nobody',
    json({
      segments: [
        { speaker: 'Jingle', startTime: 0, endTime: 1, body: 'The bee show' },
        { speaker: 'Ann', startTime: 1, endTime: 2, body: 'Hello,' },
        { startTime: 2, endTime: 3, body: 'bees' },
      ],
    }),
    'podcasting20-json',
    '|The bee show Ann|Hello, bees',
  ],
  [
    'Podcasting 2.0: a word a segment, with the spaces as segments',
    json({ segments: ['It', "'s", ' ', 'late', ',', ' ', 'Bo', '.'].map((body, at) => ({ startTime: at, endTime: at + 1, body })) }),
    'podcasting20-json',
    "It's late, Bo.",
  ],
  [
    'AssemblyAI: utterances, not words again',
    json({
      audio_url: 'x',
      text: 'Who is it? Me.',
      words: [{ text: 'Who', start: 0, end: 9 }],
      utterances: [
        { speaker: 'A', text: 'Who is it?', start: 0, end: 900, words: [{ text: 'Who', start: 0, end: 300 }] },
        { speaker: 'B', text: 'Me.', start: 900, end: 990, words: [{ text: 'Me.', start: 900, end: 990 }] },
      ],
    }),
    'assemblyai-json',
    'Speaker A|Who is it? Speaker B|Me.',
  ],
  [
    'Deepgram: the punctuated words',
    json({
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'Who is it? Me.',
                words: [
                  word('who', [0, 1], { punctuated_word: 'Who', speaker: 0 }),
                  word('is', [1, 2], { punctuated_word: 'is', speaker: 0 }),
                  word('it', [2, 3], { punctuated_word: 'it?', speaker: 0 }),
                  word('me', [3, 4], { punctuated_word: 'Me.', speaker: 1 }),
                ],
              },
            ],
          },
        ],
      },
    }),
    'deepgram-json',
    'Speaker 0|Who is it? Speaker 1|Me.',
  ],
  [
    'Deepgram: two channels in order of time',
    json({
      results: {
        channels: [
          { alternatives: [{ words: [word('Hello?', [0, 1]), word('Yes.', [5, 6])] }] },
          { alternatives: [{ words: [word('Me.', [2, 3])] }] },
        ],
      },
    }),
    'deepgram-json',
    'Channel 0|Hello? Channel 1|Me. Channel 0|Yes.',
  ],
  [
    'Amazon Transcribe: punctuation without times, speakers apart',
    json({
      results: {
        items: [
          { type: 'pronunciation', start_time: '0.5', end_time: '0.9', alternatives: [{ content: 'Well' }] },
          { type: 'punctuation', alternatives: [{ content: ',' }] },
          { type: 'pronunciation', start_time: '1.0', end_time: '1.4', alternatives: [{ content: 'yes' }] },
          { type: 'punctuation', alternatives: [{ content: '.' }] },
        ],
        speaker_labels: {
          segments: [
            { start_time: '0.5', end_time: '0.95', speaker_label: 'spk_0' },
            { start_time: '0.95', end_time: '1.4', speaker_label: 'spk_1' },
          ],
        },
      },
    }),
    'aws-transcribe-json',
    'spk_0|Well, spk_1|yes.',
  ],
  [
    'Amazon call analytics',
    json({
      Transcript: [
        { ParticipantRole: 'AGENT', Content: 'Good morning.', BeginOffsetMillis: 10, EndOffsetMillis: 500, Items: [] },
        { ParticipantRole: 'CUSTOMER', Content: 'Hi.', Items: [] },
      ],
    }),
    'aws-call-json',
    'AGENT|Good morning. CUSTOMER|Hi.',
  ],
  [
    'Rev AI: elements with their spaces, a hole, names',
    json({
      speakers: [{ id: 1, name: 'Bo Ek' }],
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: 'text', value: 'Well', ts: 0.5, end_ts: 0.9 },
            { type: 'punct', value: ',' },
            { type: 'punct', value: ' ' },
            { type: 'unknown', value: '<inaudible>' },
            { type: 'punct', value: ' ' },
            { type: 'text', value: 'yes', ts: 1, end_ts: 1.5 },
            { type: 'punct', value: '.' },
          ],
        },
        { speaker: 1, elements: [{ type: 'text', value: 'Right', ts: 2, end_ts: 2.5 }] },
      ],
    }),
    'rev-json',
    'Speaker 0|Well, {[inaudible]}yes. Bo Ek|Right',
  ],
  [
    'Speechmatics: a mark attaches to what it says, UU is nobody',
    json({
      results: [
        ['word', 'Well', 'S1'],
        ['punctuation', ',', 'S1'],
        ['word', 'yes', 'S1'],
        ['punctuation', '.', 'S1'],
        ['word', 'Right', 'UU'],
      ].map(([type, content, speaker], at) => ({
        type,
        start_time: at,
        end_time: at + 0.5,
        ...(type === 'punctuation' ? { attaches_to: 'previous' } : {}),
        alternatives: [{ content, speaker }],
      })),
    }),
    'speechmatics-json',
    'S1|Well, yes. |Right',
  ],
  [
    'Speechmatics version 1',
    json({
      speakers: [
        { name: 'F1', time: '0.10', duration: '1.00' },
        { name: 'M2', time: '1.10', duration: '9.00' },
      ],
      words: [
        { name: 'Well', time: '0.20', duration: '0.30' },
        { name: '.', time: '0.50', duration: '0.10' },
        { name: 'Right', time: '1.20', duration: '0.20' },
      ],
    }),
    'speechmatics-v1-json',
    'F1|Well. M2|Right',
  ],
  [
    'Google: results in order',
    json({ results: [{ alternatives: [{ transcript: 'So it began.' }] }, { alternatives: [{ transcript: ' And then?' }] }] }),
    'google-stt-json',
    'So it began. And then?',
  ],
  [
    'Google: the last result repeats every word with its speaker',
    json({
      results: [
        { alternatives: [{ transcript: 'Who is it? Me.', words: [word('Who')] }] },
        {
          alternatives: [
            {
              transcript: '',
              words: [
                word('Who', [], { speakerTag: 1 }),
                word('is', [], { speakerTag: 1 }),
                word('it?', [], { speakerTag: 1 }),
                word('Me.', [], { speakerTag: 2 }),
              ],
            },
          ],
        },
      ],
    }),
    'google-stt-json',
    'Speaker 1|Who is it? Speaker 2|Me.',
  ],
  [
    'IBM: speakers by the times of words, hesitations are events',
    json({
      results: [
        {
          final: true,
          alternatives: [
            {
              transcript: 'well %HESITATION yes ',
              timestamps: [
                ['well', 0.1, 0.3],
                ['%HESITATION', 0.3, 0.6],
                ['yes', 0.7, 0.9],
              ],
            },
          ],
        },
      ],
      speaker_labels: [
        { from: 0.1, to: 0.3, speaker: 0 },
        { from: 0.7, to: 0.9, speaker: 1 },
      ],
    }),
    'ibm-stt-json',
    'Speaker 0|well {[HESITATION]}Speaker 1|yes',
  ],
  [
    'BBC Kaldi',
    json({
      retval: {
        words: [
          { word: 'well', punct: 'Well.', start: 0.1, end: 0.4 },
          { word: 'right', punct: 'Right.', start: 2, end: 2.4 },
        ],
        segmentation: {
          segments: [
            { start: 0, duration: 1, speaker: { '@id': 'S0' } },
            { start: 1, duration: 3, speaker: { '@id': 'S4' } },
          ],
        },
      },
    }),
    'bbc-kaldi-json',
    'S0|Well. S4|Right.',
  ],
  [
    'a list of turns',
    json([
      { speaker: 'Ann', timestamp: '00:00:01', text: 'Who is it?' },
      { speaker: 'Bo', timestamp: '00:00:04', text: 'Me.' },
    ]),
    'listed-turns-json',
    'Ann|Who is it? Bo|Me.',
  ],
  [
    'turns by number, under a title',
    json({ title: 'On bees', 0: { speaker: 'Ann', text: 'Who is it?' }, 1: { speaker: 'Bo', text: 'Me.' } }),
    'listed-turns-json',
    'Ann|Who is it? Bo|Me.',
  ],
  [
    'turns in sections, words in blocks, voices as objects, two at once',
    json({
      sections: [
        { turns: [{ speaker: { name: 'Ann Lee' }, text_blocks: [{ text: ' So it began.' }, { text: ' And then?' }] }] },
        { turns: [{ names: ['ANN', 'BO'], lines: ['Oh', 'no!'] }] },
      ],
    }),
    'listed-turns-json',
    'Ann Lee|So it began. And then? |Oh no!',
  ],
  [
    'several voices at once are nobody',
    json([
      { NAMES: ['ANN'], UTTERANCES: ['So it', 'began.'] },
      { NAMES: ['ANN', 'BO'], UTTERANCES: ['Oh no!'] },
    ]),
    'listed-turns-json',
    'ANN|So it began. |Oh no!',
  ],
  [
    'subtitles as a list: style is no word',
    json([
      { start: 100, end: 25000, text: '<i>La la</i>' },
      { start: 26000, end: 29000, text: 'Hello<br/>there' },
    ]),
    'listed-turns-json',
    'La la Hello there',
  ],
])('%s', (_, ...[content, format, marked]) => {
  const doc = docOf(content);
  expect(doc.format).toBe(format);
  expect(markedText(doc)).toBe(marked);
});

test.each([
  ['seconds', json({ segments: [segment([0.5, 1.25], ' So it began.')] }), ['So it began.@500-1250']],
  [
    'words',
    json({ segments: [segment([0, 2], ' So it.', { words: [word(' So', [0, 0.5]), word(' it.', [0.5, 2])] })] }),
    ['So@0-500*', 'it.@500-2000*'],
  ],
  [
    'whisper.cpp tokens: a word is all its tokens; half a character has no time',
    json({
      transcription: [
        {
          offsets: { from: 0, to: 900 },
          text: ' Olé, señora',
          tokens: [
            ['[_BEG_]', 0, 0],
            [' Ol', 0, 100],
            ['\uFFFD', 100, 120],
            ['\uFFFD', 120, 130],
            [',', 130, 140],
            [' se', 200, 300],
            ['ñora', 300, 800],
          ].map(([text, from, to]) => ({ text, offsets: { from, to } })),
        },
      ],
    }),
    ['Olé,@-', 'señora@200-800*'],
  ],
  [
    'milliseconds',
    json({
      audio_url: 'x',
      text: 'So it.',
      words: [
        { text: 'So', start: 500, end: 900 },
        { text: 'it.', start: 1000, end: 1200 },
      ],
    }),
    ['So@500-900*', 'it.@1000-1200*'],
  ],
  [
    '"1.200s" and { seconds, nanos }',
    json({
      results: [
        {
          alternatives: [
            {
              transcript: 'So it',
              words: [
                word('So', [], { startTime: '1.200s', endTime: '1.5s' }),
                word('it', [], { startTime: { seconds: '2', nanos: 500000000 }, endTime: { seconds: '3' } }),
              ],
            },
          ],
        },
      ],
    }),
    ['So@1200-1500*', 'it@2500-3000*'],
  ],
  [
    'a list whose times are only starts',
    json([
      { speaker: 'A', start: 1, text: 'So it began.' },
      { speaker: 'B', start: 4, text: 'And then?' },
    ]),
    ['So it began.@1000-4000', 'And then?@4000-'],
  ],
])('times: %s', (_, content, times) => expect(timesOf(content)).toEqual(times));

test.each([
  [
    'a part that is no object',
    json({ segments: [segment([0, 1], ' So it began.'), 7, null] }),
    'read-transcript/unreadable-part',
    'So it began.',
  ],
  ['times that go backwards', json({ segments: [segment([9, 1], ' So it began.')] }), 'read-transcript/unreadable-time', 'So it began.'],
  [
    'a time that is none',
    json({ segments: [{ start: 'soon', end: 1, text: ' So it began.' }] }),
    'read-transcript/unreadable-time',
    'So it began.',
  ],
])('counted: %s', (_, ...[content, rule, text]) => {
  const result = readingOf(content);
  expect(result.ok && result.diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule);
  expect(result.ok && result.doc.text).toBe(text);
});

test('pretty-printed JSON: each segment has its own line', () => {
  const doc = docOf(JSON.stringify({ segments: [segment([0, 1], ' So it began.'), segment([1, 2], ' And then?')] }, null, 2));
  expect(doc.layers.segments.map(({ line }) => line)).toEqual([6, 11]);
});

test.each([
  ['chapters', json({ version: '1.2.0', chapters: [{ startTime: 0, title: 'Intro' }] }), 'not-a-transcript'],
  ['an unfinished job', json({ id: 'x', status: 'processing', text: null }), 'not-a-transcript'],
  [
    'a document in RTF',
    '{\\rtf1\\ansi\\f0 Ann: So the bees went home.\\par\nBo: Did they?\\par\nAnn: They did.\\par }',
    'not-a-transcript',
  ],
  ['a feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Bees</title></channel></rss>', 'not-a-transcript'],
  ['settings', json({ name: 'bees', version: '1.0.0', scripts: { test: 'jest' } }), 'unknown-format'],
  ['one text without voice or time', json([{ text: 'hello' }]), 'unknown-format'],
])('refused: %s', (_, content, code) => {
  const result = readingOf(content);
  expect(result.ok ? 'read' : result.refusal.code).toBe(code);
  expect(result.ok ? '' : result.refusal.hint).not.toBe('');
});
