/** How sure a line of a shape is the head of a turn: by itself, or only where its label comes back. */
type Sureness = 'sure' | 'repeated';

/** One way in which transcripts write who speaks, or when, at the start of a line. */
export interface HeadShape {
  readonly id: string;
  /** Groups: `label`, `time`, `words`; each may be missing. */
  readonly shape: RegExp;
  readonly sureness: Sureness;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

// "Ann Lee", "Bo Ek, PhD", "SPEAKER_00", "speaker 1", "Jan van der Berg", 'Al "Ace" Kim', "Ann Lee (host)"; not "here is the thing".
const NAME = String.raw`(?<label>(?:speaker[ _-]?\d{1,3}|[\p{Lu}\p{Lo}][\p{L}\p{M}\d'’._-]{0,40}(?:,? (?:\p{Ll}{1,3} ){0,2}["“]?[\p{Lu}\p{Lo}\d][\p{L}\p{M}\d'’._-]{0,40}["”]?){0,4})(?: \([^()\d]{1,40}\))?)`;
// "**Ann Lee" without its end: whatever stands in bold.
const BOLD_NAME = String.raw`(?:\*\*|__)\[?(?<label>[^*\n]{1,60}?)\]?`;
const BOLD_END = String.raw`(?:\*\*|__)`;
// "0:07", "01:02:03.456"
const TIME = String.raw`(?<!\d)(?<time>(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)(?!:?\d)`;
const BRACKET_TIME = String.raw`[[(]${TIME}(?:\s*(?:-->|-|–)\s*[\d:.,]{4,12})?[\])]`;
const MAYBE_BRACKET_TIME = String.raw`[[(]?${TIME}[\])]?`;
const WORDS = String.raw`(?<words>.*)$`;

const head = (pattern: string): RegExp => new RegExp(String.raw`^\s*${pattern}`, 'u');

/** The shapes, most telling first: the first that fits a line reads it. */
export const HEAD_SHAPES: readonly HeadShape[] = [
  {
    id: 'bold-time',
    shape: head(String.raw`(?:[-*] )?${BOLD_NAME}:?${BOLD_END}:?\s*${BRACKET_TIME}:?\s*${WORDS}`),
    sureness: 'sure',
    yes: ['**Ann Lee** (00:01:02):', '**Ann** [0:10] So it goes.', '__Bo Ek:__ [1:02:03]'],
    no: ['**Ann Lee** said so.', 'Ann Lee (00:01:02):'],
  },
  {
    id: 'bold-colon',
    shape: head(String.raw`(?:[-*] )?${BOLD_NAME}(?::${BOLD_END}|${BOLD_END}:)\s*${WORDS}`),
    sureness: 'sure',
    yes: ['**Ann Lee:** So it goes.', '__Bo Ek__: So it goes.', '**Ann**: So.'],
    no: ['**So** it goes: well.', 'Ann Lee: So it goes.'],
  },
  {
    id: 'time-bold',
    shape: head(String.raw`${MAYBE_BRACKET_TIME}\s*[-–]?\s*${BOLD_NAME}:?${BOLD_END}:?\s*${WORDS}`),
    sureness: 'sure',
    yes: ['0:00:14.1 **Ann Lee** So it goes.', '[00:14] **Bo:** So.'],
    no: ['0:00:14.1 So it goes.'],
  },
  {
    id: 'name-time-colon',
    shape: head(String.raw`${NAME}\s*${MAYBE_BRACKET_TIME}:\s*${WORDS}`),
    sureness: 'sure',
    yes: ['Ann Lee (00:00:13):', 'Speaker 1 (00:01): So it goes.'],
    no: ['See you at 10:30: then we go.', 'Ann Lee: 10:30 works.'],
  },
  {
    id: 'name-colon-time',
    shape: head(String.raw`${NAME}:\s*${BRACKET_TIME}\s*${WORDS}`),
    sureness: 'sure',
    yes: ['Ann Lee: [00:01:02] So it goes.', 'Speaker 2: (00:05)'],
    no: ['Ann Lee: So it goes.'],
  },
  {
    id: 'name-time',
    shape: head(String.raw`${NAME}(?:\s*[|•·–-]\s*|\s+|(?=[[(]))${MAYBE_BRACKET_TIME}\s*$`),
    sureness: 'repeated',
    yes: ['Ann Lee  0:05', 'Bo Ek (00:01.234)', 'Ann Lee | 00:12'],
    no: ['we met at 0:05', 'Ann Lee 0:05 was late.'],
  },
  {
    id: 'name-time-words',
    shape: head(String.raw`${NAME}\s*${BRACKET_TIME}\s+(?<words>\S.*)$`),
    sureness: 'repeated',
    yes: ['Ann Lee [00:05] So it goes.'],
    no: ['Ann Lee [laughs] So it goes.'],
  },
  {
    id: 'time-name-colon',
    shape: head(String.raw`${MAYBE_BRACKET_TIME}\s*(?:[-–|]\s*)?${NAME}:(?:\s+|$)${WORDS}`),
    sureness: 'repeated',
    yes: ['[00:01:02] Ann Lee: So it goes.', '0:05 - Bo: So.'],
    no: ['[00:01:02] here is the thing: it works.'],
  },
  {
    id: 'bracket-name',
    shape: head(String.raw`\[${NAME}\]:\s*${WORDS}`),
    sureness: 'repeated',
    yes: ['[SPEAKER_00]: So it goes.'],
    no: ['[Music] So it goes.'],
  },
  {
    id: 'name-colon',
    shape: head(String.raw`(?:>>+\s*)?${NAME}:(?:\s+|$)${WORDS}`),
    sureness: 'repeated',
    yes: ['Ann Lee: So it goes.', 'Bo Ek, PhD: Right.', '>> ANN LEE: So.', 'Jan van der Berg: Yes.', 'Ann Lee (host): Hi.'],
    no: ['here is the thing: it works.', 'It opens at 10:30.', 'https://example.org'],
  },
  {
    id: 'time-alone',
    shape: head(String.raw`${MAYBE_BRACKET_TIME}:?\s*$`),
    sureness: 'sure',
    yes: ['1:59', '(00:12:33):'],
    no: ['1:59 So.'],
  },
  {
    id: 'time-words',
    shape: head(String.raw`${BRACKET_TIME}:?\s+(?<words>\S.*)$`),
    sureness: 'sure',
    yes: ['[00:12:33] So it goes.'],
    no: ['[Music] So it goes.', '1:59 So it goes.'],
  },
];

// Any head has one of these: a colon, or bold.
const MAYBE_HEAD = /:|\*\*|__/u;
// A time span of a segment: other readers' lines.
const TIMED_SEGMENT = '-->';

/** No head is longer; the shapes see only this much of a line, and a mark that it goes on. */
const LONGEST = 200;
const CUT = '…';

/** A line that has the shape of a head. */
export interface Head {
  readonly id: string;
  readonly sureness: Sureness;
  readonly label?: string;
  readonly time?: string;
  readonly words: string;
}

/** The head that a line has the shape of. */
export function headOf(line: string): Head | undefined {
  if (!MAYBE_HEAD.test(line) || line.slice(0, 60).includes(TIMED_SEGMENT)) return undefined;
  const opening = line.length > LONGEST ? `${line.slice(0, LONGEST)}${CUT}` : line;
  for (const { id, shape, sureness } of HEAD_SHAPES) {
    const groups = shape.exec(opening)?.groups;
    if (groups === undefined) continue;
    const { label, time } = groups;
    const words = opening === line ? (groups.words ?? '') : (groups.words ?? '').slice(0, -CUT.length) + line.slice(LONGEST);
    const name = label?.replace(/[\s:]+$/u, '').trim();
    return { id, sureness, words, ...(name === undefined ? {} : { label: name }), ...(time === undefined ? {} : { time }) };
  }
  return undefined;
}
