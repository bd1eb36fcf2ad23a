/** Shows that are never trained on: their hosts talk in no other show, or in a way of their own. */
export const HELD_OUT: readonly string[] = ['brainscience', 'gotime', 'shipit', 'spotlight'];

export const SETTINGS = {
  seed: 7,
  bits: 20,
  shape: { width: 16, states: 16, units: 24 },
  epochs: 5,
  /** The weights in this epoch and all later ones are averaged. */
  averageFrom: 3,
  /** How often in such an epoch they are looked at. */
  snapshots: 20,
  /** Units of a training step, half as many to one and a half times. */
  stepUnits: 160,
  /** Fits that are made first; `weight` is the share of their doubts in what the last one is to answer. */
  teachers: { count: 2, weight: 0.5 },
  /** Share of the features that a step does not see, so that none is relied on alone. */
  blind: 0.45,
  /** Steps fall in a straight line to a tenth (scores, inputs) or a twentieth (matrices). */
  scores: { rate: 0.15, changeDecay: 0.07, towardDecay: 0.3, roleDecay: 1 },
  inputs: { rate: 0.03, decay: 0.002, spread: 0.05, firstSquare: 0.01 },
  matrices: { rate: 0.002, decay: 0.01 },
  /** A gap's feature must stand in so many episodes, and so many times at a change (or as often as chance would put it there). */
  gapEpisodes: 60,
  gapChanges: 10,
  /** Share of the gaps that are a change, as a rule. */
  chanceOfChange: 0.2,
  /** A role's feature must stand in so many episodes: what fewer people say is about their subject. */
  roleEpisodes: 100,
  /**
   * How much each habit tells is learnt from first listenings made up of the truth: stretches of `block` units on average, a share
   * of them with the voices swapped, in episodes of so many role features and more.
   */
  tellings: { passes: 3, rate: 0.02, decay: 0.001, first: 0.05, swapped: 0.2, block: 40, prior: 2, roleFeatures: 2400 },
  /** The look through the gaps of a wall; `passing` is the share of them that is looked at again. */
  openings: { rate: 0.15, decay: 0.05, passes: 2, shareOfOthers: 0.5, passing: 0.074 },
} as const;
