import type { Reader } from './reader.js';
import { labelledLines } from './readers/labelled-lines.js';
import { plainText } from './readers/plain-text.js';
import { whisperLines } from './readers/whisper-lines.js';
import { youtubeDump } from './readers/youtube-dump.js';

/** Every format that can be read. A new one is a file beside these and a line here; equal scores go to the earlier line. */
export const READERS: readonly Reader[] = [whisperLines, youtubeDump, labelledLines, plainText];
