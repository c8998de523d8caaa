/** A mutant that no test kills, with the reason why none can or should. */
export interface AcceptedSurvivor {
  /** Stryker's name of the mutator. */
  readonly mutator: string
  /** The mutated code and its replacement; runs of white space count as one space. */
  readonly from: string
  readonly to: string
  readonly reason: string
}

/**
 * By the name of the core file, without its folder. Each entry accepts one mutant: two equal survivors need two
 * entries.
 */
export const acceptedSurvivors: Readonly<Record<string, readonly AcceptedSurvivor[]>> = {}
