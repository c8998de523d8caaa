/** A limit for the spectators' page. */
export interface Budget {
  readonly what: string
  /** Inclusive. */
  readonly limit: number
  readonly unit: 'bytes' | 'ms' | 'shift'
}

const kilobyte = 1024

/**
 * The limits of /live. Sizes are checked in every test run (e2e/speed/budgets.spec.ts). Times depend on the machine:
 * `npm run bench:page` prints them with their limits, and no test fails by them.
 */
export const budgets = {
  // 8 KB more than in 2023's syntax: half of it is that of Chrome 76 and Safari 13.1.
  script: { what: 'JavaScript of the first load, gzip', limit: 173.5 * kilobyte, unit: 'bytes' },
  visitScript: { what: 'JavaScript of a visit that opens nothing, gzip', limit: 240 * kilobyte, unit: 'bytes' },
  style: { what: 'CSS of the first load, gzip', limit: 12 * kilobyte, unit: 'bytes' },
  html: { what: 'HTML with 140 entries, gzip', limit: 40 * kilobyte, unit: 'bytes' },
  largestPaint: { what: 'largest contentful paint, 140 entries, slow 3G', limit: 4000, unit: 'ms' },
  layoutShift: { what: 'cumulative layout shift', limit: 0, unit: 'shift' },
  interaction: { what: 'interaction to next paint, 4x slower', limit: 200, unit: 'ms' },
  update1300: { what: 'main thread per update, 1,300 rows', limit: 8, unit: 'ms' },
  update10000: { what: 'main thread per update, 10,000 rows', limit: 16, unit: 'ms' },
} as const satisfies Record<string, Budget>
