/**
 * Words of a sample, found without the readers: one plain rule for each format, so that the two can be wrong only in different ways.
 * What the rule takes for words may hold more than was said (a heading, a page number); a sample's test says how much of it must be there.
 */
export function wordsOfSample(format: string, content: string): string[] {
  const text = (TEXT_OF[format] ?? plain)(content.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n'));
  return toWords(text);
}

/** Letters and digits, in lower case, without the marks inside them. */
export function toWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** How many of the words are among the others, each as often as it stands there. */
export function countKept(
  words: readonly string[],
  among: readonly string[],
): { readonly kept: number; readonly missing: readonly string[] } {
  const left = new Map<string, number>();
  for (const word of among) left.set(word, (left.get(word) ?? 0) + 1);
  const missing: string[] = [];
  for (const word of words) {
    const times = left.get(word) ?? 0;
    if (times === 0) missing.push(word);
    else left.set(word, times - 1);
  }
  return { kept: words.length - missing.length, missing };
}

const TEXT_OF: Readonly<Record<string, (content: string) => string>> = {
  srt: (content) => withoutLabels(subtitleLines(content)),
  vtt_plain: (content) =>
    content.includes('<c>')
      ? withoutTags(
          content
            .split('\n')
            .filter((line) => line.includes('<c>'))
            .join('\n'),
        )
      : withoutLabels(subtitleLines(content)),
  vtt_v_speaker: (content) => withoutLabels(subtitleLines(content)),
  html: (content) =>
    unescaped(
      withoutTags(
        content
          .replaceAll(/^<p>[\d:]+ +<\/p>$/gmu, ' ')
          .replaceAll(/\\?\[[\d:.]+\\?\]/gu, ' ')
          .replaceAll(/<div id="popover">.*<\/div>/gu, ' ')
          .replaceAll(/<(style|script|button|head|title|h\d|cite|time|nav|footer|form)[\s>][^]*?<\/\1>/giu, ' ')
          .replaceAll(/<span[^>]*class="[^"]*speaker[^"]*"[^>]*>[^<]*<\/span>/giu, ' '),
      ),
    ),
  podlove_xml: (content) => unescaped((content.match(/<pst:item[^<]*<\/pst:item>/gu) ?? []).map(withoutTags).join(' ')),
  podcasting20_json: (content) => fieldsOf(content, 'segments', 'body'),
  whisper_json: (content) => fieldsOf(content, content.includes('"transcription"') ? 'transcription' : 'segments', 'text'),
  whisperx_json: (content) => fieldsOf(content, 'segments', 'text'),
  aws_transcribe_json: (content) =>
    content.includes('"Participants"')
      ? fieldsOf(content, 'Transcript', 'Content')
      : stringsOf(content, /"transcript":\s*("(?:[^"\\]|\\.)*")/gu),
  google_stt_json: (content) => stringsOf(content, /"transcript":\s*("(?:[^"\\]|\\.)*")/gu),
  ibm_stt_json: (content) => stringsOf(content, /"transcript":\s*("(?:[^"\\]|\\.)*")/gu),
  speechmatics_json: (content) => stringsOf(content.slice(content.indexOf('"words"')), /"(?:content|name)":\s*("(?:[^"\\]|\\.)*")/gu),
  // The text, and then each of its words again.
  bbc_kaldi_json: (content) => stringsOf(content.slice(0, content.indexOf('"words"')), /"punct":\s*("(?:[^"\\]|\\.)*")/gu),
  rev_json: (content) => stringsOf(content, /"value":\s*("(?:[^"\\]|\\.)*")/gu),
  rev_nlp: (content) =>
    content
      .split('\n')
      .slice(1)
      .map((row) => row.split('|')[0] ?? '')
      .join(' '),
  deepgram_json: (content) => /"transcript":\s*("(?:[^"\\]|\\.)*")/u.exec(content)?.[1] ?? '',
  assemblyai_json: (content) => /"text":\s*("(?:[^"\\]|\\.){200,}")/u.exec(content)?.[1] ?? '',
  youtube_json3: (content) => stringsOf(content, /"utf8":\s*("(?:[^"\\]|\\.)*")/gu),
  youtube_timedtext_xml: (content) => unescaped(withoutTags(unescaped(withoutTags(content)))),
  json_other: (content) =>
    content.includes('"UTTERANCES"')
      ? [...content.matchAll(/"UTTERANCES": \[(?<list>[^\]]*)\]/gu)]
          .map((match) => stringsOf(match.groups?.list ?? '', /("(?:[^"\\]|\\.)*")/gu))
          .join(' ')
      : stringsOf(content, /"text":\s*("(?:[^"\\]|\\.)*")/gu),
  markdown: (content) => labelledText(content),
  otter_txt: (content) => labelledText(content),
  txt_asr_punct_no_speakers: (content) => (content.startsWith('[') ? labelledText(content) : plain(content)),
  txt_timestamps: (content) => content.replaceAll(/^\d\d:\d\d:\d\d/gmu, ''),
};

function plain(content: string): string {
  return content.replace(/^---\n[^]*?\n---\n/u, '');
}

/** Lines of a subtitle file that are no time, no number before one, and no part of the header. */
function subtitleLines(content: string): string[] {
  const lines = content.replaceAll(/^NOTE\b[^]*?\n\n/gmu, '\n').split('\n');
  return lines
    .filter((line, index) => !line.includes('-->') && !(lines[index + 1]?.includes('-->') === true && /^\S{0,12}$/u.test(line.trim())))
    .filter((line) => !/^(?:WEBVTT|NOTE|Kind:|Language:|STYLE)/u.test(line))
    .map((line) => unescaped(withoutTags(line)));
}

/** "Ann Lee: So" -> "So", where that stands before at least three lines. */
function withoutLabels(lines: readonly string[]): string {
  const labelOf = (line: string): string | undefined => /^(?:- )?[\p{Lu}\d[(][^:]{0,40}(?=:)/u.exec(line.trim())?.[0];
  const counts = new Map<string, number>();
  for (const line of lines) {
    const label = labelOf(line);
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return lines
    .map((line) => {
      const label = labelOf(line);
      return label !== undefined && (counts.get(label) ?? 0) >= 3 ? line.trim().slice(label.length) : line;
    })
    .join('\n');
}

function labelledText(content: string): string {
  const lines = plain(content)
    .replaceAll(/<!--[^]*?-->/gu, '')
    .split('\n')
    .filter((line) => !/^(?:#|\s*- \[[^\]]*\]\(#|\{:)/u.test(line))
    // "**Ann** [0:10] So", "0:00:14.1 **Ann Lee** So", "__Ann__: So", "[Ann Lee] [00:10] So"
    .map((line) => line.replace(/^(?:[\d:.]+ )?(?:\*\*|__)[^*:]+:?(?:\*\*|__)|^\[[^\]]+\](?= \[\d)/u, ' '))
    .map((line) => withoutTags(line.replaceAll(/\]\([^)]*\)/gu, ']').replaceAll(/[*_\\]/gu, '')))
    .map((line) => line.replaceAll(/[[(]?(?:\d{1,2}:)?\d{1,2}:\d\d(?:\.\d{1,3})?[\])]?/gu, ' '));
  return unescaped(withoutLabels(lines));
}

function withoutTags(text: string): string {
  return text.replaceAll(/<[^<>]*>/gu, ' ');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/&(?:#39|[rl]squo|apos);/gu, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:quot|[lr]dquo|amp|[mn]dash|hellip);/gu, ' ');
}

function fieldsOf(content: string, list: string, field: string): string {
  type Items = readonly Readonly<Record<string, string>>[];
  const json = JSON.parse(content) as Items | Readonly<Record<string, Items>>;
  const items = Array.isArray(json) ? (json as Items) : ((json as Readonly<Record<string, Items>>)[list] ?? []);
  return withoutTags(items.map((item) => item[field] ?? item.text ?? '').join(' '));
}

function stringsOf(content: string, pattern: RegExp): string {
  return [...content.matchAll(pattern)].map((match) => JSON.parse(match[1] ?? '""') as string).join(' ');
}
