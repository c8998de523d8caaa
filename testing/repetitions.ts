/** How often a slow test repeats what it proves: in `npm run unit`, and in a full run such as `npm test`. */
interface Repetitions {
  readonly unit: number
  readonly full: number
}

/** `TEST_REPETITIONS=full` asks for the full number; scripts/check/test-checks.mjs sets it. */
export function repetitions({ unit, full }: Repetitions): number {
  return process.env.TEST_REPETITIONS === 'full' ? full : unit
}
