import { fileURLToPath } from 'node:url'
import { faults } from './faults.ts'
import { plantFault } from './plant-fault.ts'

const everyTest = ['{lib,server}/**/*.test.ts', 'scripts/mutation/properties.mutation.ts']
const tests = process.env.PADDOCK_TESTS
const fault = faults.find(({ name }) => name === process.env.PADDOCK_FAULT)

/**
 * The tests for each mutant: the quick ones that match PADDOCK_TESTS, a JSON array of patterns; without it, all quick
 * ones. PADDOCK_FAULT names a fault that is planted in the sources.
 */
export default {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: fault
    ? [{ name: 'fault', enforce: 'pre' as const, transform: (source: string) => plantFault(source, fault) }]
    : [],
  test: {
    include: tests ? JSON.parse(tests) : everyTest,
    // Too slow to repeat for each mutant: tests of processes and real folders, and properties with thousands of cases.
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
      'create-standings',
      'sqlite/clock',
      'properties',
      '*-properties',
      '*.properties',
      'laws',
    ].map((name) => `**/${name}.test.ts`),
    setupFiles: ['scripts/mutation/seed.ts'],
    testTimeout: 60_000,
  },
}
