// "SPEAKER_00", "Speaker 2", "Speaker A", "S1", "spk_0", "Channel 0", "7", "F4", "AGENT", "Customer 2"; not "Speaker Pelosi", "Channing", "A".
const VOICE_LABEL =
  /^(?:(?:(?:speaker|spk|s|voice|channel|ch)[ _-]?)?\d{1,3}|(?:speaker|spk|voice|channel)[ _-][a-z]|[fm]\d{1,2}|(?:agent|customer)(?:[ _-]?\d{1,3})?)$/iu;

/** True of a label that tells voices apart and names nobody: a diariser's number or letter, the side of a recorded call. */
export function isVoiceLabel(label: string): boolean {
  return VOICE_LABEL.test(label);
}
