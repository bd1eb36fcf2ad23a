import type { EpisodeFacts } from '../../schemas/document.js';
import type { SourceLine } from './source-text.js';

/** What stands above the transcript in a block of its own, and the lines after it. */
export interface FrontMatter {
  readonly facts: Omit<EpisodeFacts, 'language'>;
  readonly rest: readonly SourceLine[];
}

const FENCE = /^---\s*$/u;
const LONGEST = 200;
// "title: A title", "publish_date: 2024-08-11", "guests:"; not "- Ann Lee".
const FIELD = /^(?<key>[A-Za-z][\w -]{0,30}):(?:\s+(?<value>.*))?$/u;
const ITEM = /^\s*-\s+(?<value>.*)$/u;
// "2024-08-11", "2026-02-17 17:00 -0800" -> the day.
const DAY = /^\d{4}-\d{2}-\d{2}/u;
// "May 1st, 2025", "Aug 11 2024"; "11 August 2024", "Thu, 1 May 2025 10:00:00 GMT".
const MONTH_FIRST = /^(?<month>[A-Z][a-z]{2})[a-z]*\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>\d{4})\b/u;
const DAY_FIRST = /^(?:[A-Z][a-z]{2},\s)?(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?<month>[A-Z][a-z]{2})[a-z]*\.?,?\s(?<year>\d{4})\b/u;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ADDRESS = /^https?:\/\/\S+$/u;

/** Reads a block of YAML between two `---` at the top: title, show, date, address, people. It holds facts, not words. */
export function readFrontMatter(lines: readonly SourceLine[]): FrontMatter {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  if (!FENCE.test(lines[first]?.text ?? '')) return { facts: {}, rest: lines };
  const end = lines.slice(first + 1, first + LONGEST).findIndex(({ text }) => FENCE.test(text));
  if (end === -1) return { facts: {}, rest: lines };
  const fields = fieldsOf(lines.slice(first + 1, first + 1 + end));
  return { facts: factsOf(fields), rest: lines.slice(first + end + 2) };
}

/** The fields of the block; a field may be a list, or go on on indented lines. Deeper structure is passed over. */
function fieldsOf(lines: readonly SourceLine[]): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let values: string[] = [];
  for (const { text } of lines) {
    const field = FIELD.exec(text)?.groups;
    const item = ITEM.exec(text)?.groups?.value;
    if (field !== undefined) {
      const value = (field.value ?? '').trim();
      values = value === '' || /^[>|][+-]?$/u.test(value) ? [] : [value];
      fields.set((field.key ?? '').toLowerCase().replace(/[ -]/gu, '_'), values);
    } else if (item !== undefined) values.push(item.trim());
    else if (/^\s+\S/u.test(text)) values.push(`${values.pop() ?? ''} ${text.trim()}`.trim());
  }
  return new Map([...fields].map(([key, list]) => [key, list.flatMap(inlineList).map(unquote)]));
}

// "[Ann Lee, Bo Ek]"
function inlineList(value: string): string[] {
  const inside = /^\[(?<items>[^[\]]*)\]$/u.exec(value)?.groups?.items;
  return inside === undefined ? [value] : inside.split(',').map((item) => item.trim());
}

// "'It''s on'" -> "It's on"; '"So \\"it\\" goes"' -> 'So "it" goes'
function unquote(value: string): string {
  if (value.length < 2 || !value.endsWith(value.charAt(0))) return value;
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'").trim();
  return value.startsWith('"') ? value.slice(1, -1).replaceAll('\\"', '"').trim() : value;
}

function dayOf(value: string): string | undefined {
  const [day] = DAY.exec(value) ?? [];
  const written = (MONTH_FIRST.exec(value) ?? DAY_FIRST.exec(value))?.groups;
  const month = MONTHS.indexOf(written?.month ?? '') + 1;
  if (day !== undefined || written === undefined || month === 0) return day;
  return [written.year, String(month).padStart(2, '0'), written.day?.padStart(2, '0')].join('-');
}

function factsOf(fields: ReadonlyMap<string, readonly string[]>): FrontMatter['facts'] {
  const one = (...keys: string[]): string | undefined =>
    keys.map((key) => fields.get(key)?.[0]).find((value) => value !== undefined && value !== '');
  const addresses = ['url', 'youtube_url', 'video_url', 'permalink', 'link', 'media'].flatMap((key) => fields.get(key) ?? []);
  const url = addresses.find((address) => ADDRESS.test(address));
  const mediaUrl = ['media_url', 'audio_url', 'audio', 'mp3', 'enclosure']
    .flatMap((key) => fields.get(key) ?? [])
    .find((address) => ADDRESS.test(address));
  const date = dayOf(one('date', 'publish_date', 'pub_date', 'published', 'pubdate', 'release_date') ?? '');
  const people = (role: 'host' | 'guest', ...keys: string[]) =>
    keys
      .flatMap((key) => fields.get(key) ?? [])
      .filter((name) => name !== '')
      .map((name) => ({ name, role }));
  const speakers = [...people('host', 'host', 'hosts'), ...people('guest', 'guest', 'guests')];
  const facts = { title: one('title', 'episode_title'), show: one('show', 'podcast', 'series', 'channel'), date, url, mediaUrl };
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as FrontMatter['facts'];
  return speakers.length === 0 ? told : { ...told, speakers };
}
