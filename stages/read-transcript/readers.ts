import type { Reader } from './reader.js';
import { assemblyaiJson } from './readers/assemblyai-json.js';
import { awsCallJson, awsTranscribeJson } from './readers/aws-transcribe-json.js';
import { bbcKaldiJson } from './readers/bbc-kaldi-json.js';
import { bracketLabels } from './readers/bracket-labels.js';
import { deepgramJson } from './readers/deepgram-json.js';
import { googleSttJson } from './readers/google-stt-json.js';
import { html } from './readers/html.js';
import { ibmSttJson } from './readers/ibm-stt-json.js';
import { labelledLines } from './readers/labelled-lines.js';
import { listedTurnsJson } from './readers/listed-turns-json.js';
import { lrc } from './readers/lrc.js';
import { plainText } from './readers/plain-text.js';
import { podcasting20Json } from './readers/podcasting20-json.js';
import { podloveXml } from './readers/podlove-xml.js';
import { revJson } from './readers/rev-json.js';
import { revNlp } from './readers/rev-nlp.js';
import { speechmaticsJson, speechmaticsV1Json } from './readers/speechmatics-json.js';
import { srt } from './readers/srt.js';
import { timedTable } from './readers/timed-table.js';
import { timestampLines } from './readers/timestamp-lines.js';
import { webvtt } from './readers/webvtt.js';
import { whisperCppJson } from './readers/whisper-cpp-json.js';
import { whisperJson } from './readers/whisper-json.js';
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
  whisperJson,
  whisperCppJson,
  podcasting20Json,
  assemblyaiJson,
  deepgramJson,
  awsTranscribeJson,
  awsCallJson,
  revJson,
  revNlp,
  speechmaticsJson,
  speechmaticsV1Json,
  googleSttJson,
  ibmSttJson,
  bbcKaldiJson,
  listedTurnsJson,
  html,
  podloveXml,
  bracketLabels,
  labelledLines,
  timestampLines,
  plainText,
];
