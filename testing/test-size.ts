/** Whether all of `npm test` runs, and not only the quick part that `npm run unit` is. */
export const testsEverything = process.env.PADDOCK_TESTS === 'all'

/** How many cases of every property of the core a test tries; the soak tries a million. */
export const casesPerProperty = testsEverything ? 10_000 : 1000
