type Random = () => number;

/** Changes a source as transfers, editors and bugs do: cut off, bytes flipped, lines or stretches moved, doubled or lost, odd characters put in. */
export function mutate(source: Buffer, random: Random): Buffer {
  let data = source;
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) data = (MUTATIONS[Math.floor(random() * MUTATIONS.length)] ?? truncate)(data, random);
  return data;
}

type Mutation = (data: Buffer, random: Random) => Buffer;

const ODD = [
  '\u0000',
  '\uFEFF',
  '\u202E',
  '\uFFFD',
  '😀',
  '\r',
  '\t',
  '<',
  '&#x110000;',
  '&amp;amp;',
  '"',
  "'",
  '\\',
  '[',
  '{',
  '-->',
  '00:00:00',
  '99999999999999999999',
  '-1',
  'NaN',
  '1e999',
  '**',
  '>>',
  '♪',
  ']]>',
  '<v ',
  ':',
  '\n\n\n',
];

const placeIn = (data: Buffer, random: Random): number => Math.floor(random() * (data.length + 1));

const truncate: Mutation = (data, random) => data.subarray(0, placeIn(data, random));

const flip: Mutation = (data, random) => {
  const flipped = Buffer.from(data);
  const times = 1 + Math.floor(random() * 12);
  for (let time = 0; time < times; time++) {
    const at = placeIn(data, random);
    if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return flipped;
};

/** Bytes that stay text: most flipped bytes are no UTF-8 and never reach a reader. */
const flipAscii: Mutation = (data, random) => {
  const flipped = Buffer.from(data);
  const times = 1 + Math.floor(random() * 12);
  for (let time = 0; time < times; time++) {
    const at = placeIn(data, random);
    if ((flipped[at] ?? 128) < 128) flipped[at] = 9 + Math.floor(random() * 118);
  }
  return flipped;
};

const lose: Mutation = (data, random) => {
  const from = placeIn(data, random);
  return Buffer.concat([data.subarray(0, from), data.subarray(from + Math.floor(random() * 200))]);
};

const double: Mutation = (data, random) => {
  const from = placeIn(data, random);
  const part = data.subarray(from, from + Math.floor(random() * 400));
  return Buffer.concat([data.subarray(0, from), part, part, data.subarray(from)]);
};

const putIn: Mutation = (data, random) => {
  const at = placeIn(data, random);
  const odd = ODD[Math.floor(random() * ODD.length)] ?? '';
  const times = random() < 0.1 ? 2000 : 1;
  return Buffer.concat([data.subarray(0, at), Buffer.from(odd.repeat(times)), data.subarray(at)]);
};

const shuffleLines: Mutation = (data, random) => {
  const lines = data.toString('latin1').split('\n');
  for (let at = lines.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }
  return Buffer.from(lines.join('\n'), 'latin1');
};

const shuffleBlocks: Mutation = (data, random) => {
  const blocks = data.toString('latin1').split('\n\n');
  return Buffer.from(
    blocks
      .map((block) => ({ block, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ block }) => block)
      .join('\n\n'),
    'latin1',
  );
};

const loseEnds: Mutation = (data) => Buffer.from(data.toString('latin1').replaceAll('\n', ' '), 'latin1');

const MUTATIONS: readonly Mutation[] = [
  truncate,
  flip,
  flipAscii,
  flipAscii,
  lose,
  double,
  putIn,
  putIn,
  shuffleLines,
  shuffleBlocks,
  loseEnds,
];
