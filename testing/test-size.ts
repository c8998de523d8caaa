/** Whether all of `npm test` runs, and not only the quick part that `npm run unit` is. */
export const testsEverything = process.env.PADDOCK_TESTS === 'all'

/** How many cases of every law of the core a test tries; the soak tries a million. */
export const casesPerLaw = testsEverything ? 10_000 : 1000
