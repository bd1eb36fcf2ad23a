import type { Reader } from './reader.js';
import { bracketLabels } from './readers/bracket-labels.js';
import { labelledLines } from './readers/labelled-lines.js';
import { lrc } from './readers/lrc.js';
import { plainText } from './readers/plain-text.js';
import { srt } from './readers/srt.js';
import { timedTable } from './readers/timed-table.js';
import { timestampLines } from './readers/timestamp-lines.js';
import { webvtt } from './readers/webvtt.js';
import { whisperLines } from './readers/whisper-lines.js';
import { youtubeDump } from './readers/youtube-dump.js';
import { youtubeJson3 } from './readers/youtube-json3.js';
import { youtubeTimedtext } from './readers/youtube-timedtext.js';
import { youtubeTranscriptApi } from './readers/youtube-transcript-api.js';

/** Every format that can be read. A new one is a file beside these and a line here; equal scores go to the earlier line. */
export const READERS: readonly Reader[] = [
  whisperLines,
  youtubeDump,
  webvtt,
  srt,
  youtubeJson3,
  youtubeTimedtext,
  youtubeTranscriptApi,
  timedTable,
  lrc,
  bracketLabels,
  labelledLines,
  timestampLines,
  plainText,
];
