import type { EpisodeFacts } from '../schemas/document.js';

/** Gives the address that opens the recording at a time, in milliseconds from its start. */
export type RecordingUrl = (startMs: number | undefined) => string | undefined;

// The hosts of YouTube: "www.youtube.com", "m.youtube.com", "youtube-nocookie.com", "music.youtube.com"; not "notyoutube.com".
const YOUTUBE = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/u;
// "/embed/abc", "/shorts/abc", "/live/abc", "/v/abc": players and pages that take no `t`.
const OTHER_PAGE = /^\/(?:embed|shorts|live|v)\/(?<video>[\w-]{6,20})$/u;
// "/talk.mp3", "/talk.M4A"; not "/talk.html".
const MEDIA_FILE = /\.(?:mp3|m4a|m4b|m4v|mp4|aac|ogg|oga|ogv|opus|flac|wav|webm|mov)$/iu;

/**
 * How to open an episode's recording at a time: `t=` for a video on YouTube, the fragment `#t=` for a media file. A page that merely
 * shows the recording opens at no time, so it gives no address. The recording that is named as such (`mediaUrl`) comes first.
 *
 * @example recordingUrl({ url: 'https://youtu.be/abcdefghijk' })(75_400) // 'https://youtu.be/abcdefghijk?t=75s'
 */
export function recordingUrl({ url, mediaUrl }: Pick<EpisodeFacts, 'url' | 'mediaUrl'>): RecordingUrl {
  const base = videoOf(mediaUrl) ?? mediaOf(mediaUrl) ?? videoOf(url) ?? fileOf(url);
  if (base === undefined) return () => undefined;
  return (startMs) => (startMs === undefined ? undefined : base(String(Math.floor(startMs / 1000))));
}

type AtSecond = (second: string) => string;

function videoOf(address: string | undefined): AtSecond | undefined {
  const url = parsed(address);
  if (url === undefined) return undefined;
  const isShort = url.hostname === 'youtu.be' && url.pathname.length > 1;
  if (!isShort && !YOUTUBE.test(url.hostname)) return undefined;
  const other = OTHER_PAGE.exec(url.pathname)?.groups?.video;
  if (other !== undefined) return (second) => `https://www.youtube.com/watch?v=${other}&t=${second}s`;
  if (!isShort && !(url.pathname === '/watch' && url.searchParams.has('v'))) return undefined;
  for (const old of ['t', 'start', 'time_continue']) url.searchParams.delete(old);
  url.hash = '';
  const base = url.href.replace(/\?$/u, '');
  return (second) => `${base}${base.includes('?') ? '&' : '?'}t=${second}s`;
}

/** An address or a path that is known to be the recording. */
function mediaOf(address: string | undefined): AtSecond | undefined {
  if (address === undefined) return undefined;
  const [base = ''] = address.split('#');
  return (second) => `${base}#t=${second}`;
}

function fileOf(address: string | undefined): AtSecond | undefined {
  const url = parsed(address);
  return url !== undefined && MEDIA_FILE.test(url.pathname) ? mediaOf(address) : undefined;
}

function parsed(address: string | undefined): URL | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
}
