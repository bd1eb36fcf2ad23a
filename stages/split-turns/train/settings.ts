/** Shows that are never trained on: their hosts talk in no other show, or in a way of their own. */
export const HELD_OUT: readonly string[] = ['brainscience', 'gotime', 'shipit', 'spotlight'];

export const SETTINGS = {
  seed: 7,
  bits: 20,
  epochs: 6,
  /** The weights after this epoch and all later ones are averaged. */
  averageFrom: 2,
  rate: 0.15,
  /** How fast the rate falls: rate / (1 + fall * epoch). */
  fall: 0.3,
  decay: { change: 0.07, toward: 0.3, role: 1 },
  /** Units of a training step, half as many to one and a half times. */
  stepUnits: { punctuated: 160, 'run-on': 160, wall: 2400 },
  /** A gap's feature must stand in so many episodes, and so many times at a change (or as often as chance would put it there). */
  gapEpisodes: 15,
  gapChanges: 10,
  /** Share of the gaps that are a change, as a rule. */
  chanceOfChange: { sentence: 0.2, wall: 0.012 },
  /** A role's feature must stand in so many episodes: what fewer people say is about their subject. */
  roleEpisodes: 100,
} as const;
