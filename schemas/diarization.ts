/** A stretch of the recording in one voice, as a diariser heard it. Voices may overlap. */
export interface DiarizedStretch {
  /** What the diariser calls the voice. */
  readonly voice: string;
  /** Milliseconds from the start of the recording. */
  readonly startMs: number;
  readonly endMs: number;
}
