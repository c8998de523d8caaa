import { fileURLToPath } from 'node:url'
import { faults } from './faults.ts'
import { plantFault } from './plant-fault.ts'

const everyTest = ['{lib,server}/**/*.test.ts', 'scripts/mutation/laws.mutation.ts']
const fault = faults.find(({ name }) => name === process.env.PADDOCK_FAULT)

/**
 * The tests that are tried on each mutant: the quick ones of PADDOCK_TESTS, patterns with commas between them, or of all. PADDOCK_FAULT names a fault that is planted in the sources.
 */
export default {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: fault
    ? [{ name: 'fault', enforce: 'pre' as const, transform: (source: string) => plantFault(source, fault) }]
    : [],
  test: {
    include: process.env.PADDOCK_TESTS?.split(',') ?? everyTest,
    // Tests of processes, real folders and whole standings: too slow to repeat for each mutant.
    exclude: [
      'killed',
      'crash',
      'damage',
      'disk-full',
      'random-faults',
      'file-faults',
      'render',
      'oracle',
      'example-*',
      'axware-*',
      'standings*',
      'laws',
    ].map((name) => `**/${name}.test.ts`),
    setupFiles: ['scripts/mutation/seed.ts'],
    testTimeout: 60_000,
  },
}
