/** How often a test repeats what it proves: in `npm run unit`, and in `npm test`. */
interface Repetitions {
  readonly unit: number
  readonly full: number
}

/** `PADDOCK_TESTS=all` asks for the full number; scripts/check/test-checks.mjs sets it. */
export function repetitions({ unit, full }: Repetitions): number {
  return process.env.PADDOCK_TESTS === 'all' ? full : unit
}

/** The number of cases of each property of the core; the soak tries a million. */
export const casesPerProperty = repetitions({ unit: 1000, full: 10_000 })
