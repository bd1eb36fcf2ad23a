/** A source of a shape that makes readers work hard: a name, and a string to begin, to repeat and to end with. */
interface LargeSource {
  readonly name: string;
  readonly open?: string;
  readonly repeat: string;
  readonly close?: string;
  /** Millions of parts of a few letters: at full size, holding them takes longer than the bound on a busy machine. */
  readonly isSmall?: true;
}

const SHAPES: readonly LargeSource[] = [
  { name: 'one line of words', repeat: 'so the bees went home and ' },
  { name: 'one line without a space', repeat: 'a' },
  { name: 'lines of one letter', repeat: 'a\n', isSmall: true },
  { name: 'labels that never come back to a line', repeat: 'Ann: so it goes ' },
  { name: 'one string of JSON', open: '{"text":"', repeat: 'so it goes, ', close: '"}' },
  { name: 'nested lists of JSON', open: '', repeat: '[', close: '' },
  { name: 'a JSON list of numbers', open: '{"segments":[', repeat: '1,', close: '1]}' },
  {
    name: 'Whisper segments of one letter',
    open: '{"segments":[',
    repeat: '{"start":1,"end":2,"text":" a"},',
    close: '{}]}',
    isSmall: true,
  },
  { name: 'a Python dump', open: '[', repeat: "{'text': 'so it', 'start': 1.0, 'duration': 2.0}, ", close: ']' },
  { name: 'SubRip without blank lines', repeat: '1\n00:00:00,000 --> 00:00:01,000\nso it goes\n' },
  { name: 'SubRip of times only', repeat: '00:00:00,000 --> 00:00:01,000\n' },
  { name: 'one segment of WebVTT', open: 'WEBVTT\n\n00:00.000 --> 00:01.000\n', repeat: '<v Ann>so it goes</v> <i>and</i> ' },
  { name: 'one segment of many lines', open: 'WEBVTT\n\n00:00.000 --> 00:01.000\n', repeat: 'so it goes\n' },
  { name: 'voices that change at each word', open: 'WEBVTT\n\n00:00.000 --> 00:01.000\n', repeat: '<v Ann>so <v Bo>it ', isSmall: true },
  { name: 'HTML that nests without end', open: '<html><p>', repeat: '<div><b>so ' },
  { name: 'HTML of one-letter labels', open: '<html>', repeat: '<cite>A:</cite><p>so</p>' },
  { name: 'HTML with attributes without end', open: '<p ', repeat: 'data-m="1" ' },
  { name: 'closing tags only', open: '<p>so', repeat: '</p>' },
  { name: 'captions of one word', open: '<transcript>', repeat: '<text start="1" dur="1">so</text>', close: '</transcript>' },
  { name: 'mark-up of a word processor', open: '{\\rtf1\\ansi ', repeat: '\\par \\f0\\fs24 so it goes ' },
  { name: 'brackets that open and never close', repeat: '(so [it ♪goes ' },
  { name: 'Markdown that is bold without end', open: '# A\n# B\n**', repeat: 'so it_goes ' },
  { name: 'rules, links and quotes of Markdown in one line', open: '# A\n# B\n', repeat: '> - [a](b(c)d ***' },
  { name: 'a rule of Markdown without end', open: '# A\n# B\n', repeat: '-' },
  { name: 'a table of quotes', open: 'start,end,text\n', repeat: '0,1,"so ""it"" goes\n' },
];

/** Sources of so many bytes (some of a fifth), each in a shape that nobody's transcript has, but somebody's file may. */
export const largeSources = (bytes: number): readonly { readonly name: string; readonly write: () => string }[] =>
  SHAPES.map(({ name, open = '', repeat, close = '', isSmall }) => ({
    name,
    write: () => open + repeat.repeat(Math.floor(bytes / (isSmall === true ? 5 : 1) / repeat.length)) + close,
  }));
