import { expect, test } from '@jest/globals';
import { isVoiceLabel } from '../../schemas/voice-label.js';

test.each([
  'SPEAKER_00',
  'Speaker 2',
  'speaker a',
  'Speaker-B',
  'S1',
  'spk_0',
  'Channel 0',
  'ch_1',
  '7',
  'F4',
  'm1',
  'AGENT',
  'Customer 2',
])('%s tells voices apart', (label) => expect(isVoiceLabel(label)).toBe(true));

test.each(['Speaker Pelosi', 'Channing', 'A', 'M', 'F4x', 'Mo', 'Ann', 'Agent Smith', 'S', 'Speaker', ''])('%s may be a name', (label) =>
  expect(isVoiceLabel(label)).toBe(false),
);
