import type { SpeechEvent } from '../schemas/document.js';
import type { NodeOf } from '../schemas/graph.js';
import { slice, type Span } from '../schemas/span.js';
import { rounded, speakerOfTurn, type Frame, type GraphNode } from './frame.js';
import { speakerId, turnId } from './ids.js';
import { placeOf } from './locate.js';

const LABEL_LENGTH = 60;

/** One node for each turn, with its words, its place in the source and the events inside it. */
export function turnNodes(frame: Frame): GraphNode<NodeOf<'Turn'>>[] {
  const { doc } = frame;
  const { turns, segments, events } = doc.layers;
  return turns.map((turn, index) => {
    const text = slice(doc.text, turn);
    const isLast = index === turns.length - 1;
    const { line, endLine, startMs, endMs, timeBasis } = placeOf(turn, segments);
    return {
      id: turnId(doc.id, index),
      label: text.length <= LABEL_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', LABEL_LENGTH))} …`,
      metadata: {
        type: 'Turn',
        index,
        text,
        start: turn.start,
        end: turn.end,
        line,
        endLine,
        startMs,
        endMs,
        timeBasis,
        speaker: speakerOfTurn(frame, index),
        confidence: rounded(turn.confidence),
        candidates: turn.candidates.map(({ voice, confidence }) => ({
          speaker: speakerId(doc.id, voice),
          confidence: rounded(confidence),
        })),
        boundary: turn.boundary,
        // An event stands before the word at its offset; one after the last word belongs to the last turn.
        events: eventsIn(events, { start: turn.start, end: isLast ? turn.end + 1 : turn.end }),
      },
    };
  });
}

/** The events before the words of a span, as records of the graph. */
export function eventsIn(events: readonly SpeechEvent[], span: Span): SpeechEvent[] {
  return events.length === 0 ? [] : events.filter(({ at }) => span.start <= at && at < span.end);
}
