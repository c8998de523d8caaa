import { coreFiles } from './scripts/mutation/core-files.mjs'

export default {
  // `npm run mutation` runs them in groups, with the tests of each group.
  mutate: Object.keys(coreFiles),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // Tests run without types. Stryker rewrites tsconfig.json with an API that TypeScript 7 does not have.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  incremental: true,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: '.paddock/mutation/report.json' },
  tempDirName: '.paddock/mutation/sandbox',
  ignorePatterns: ['.paddock', 'dist', 'screenshots', 'test-results', 'playwright-report', 'docs/images'],
  allowEmpty: false,
  concurrency: 2,
  timeoutMS: 20_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 15,
}
