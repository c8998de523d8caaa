import { defineConfig } from 'vitest/config'
import { keepFilesInMemory, memoryFolder } from './testing/memory-folder.ts'

keepFilesInMemory(process.env, memoryFolder())

// Three kinds of tests. `npm run unit` runs the first two in under a minute; `npm test` runs all of them. A slow test
// runs in `npm run unit`, too, when a word of its path is given.
const everything = process.env.PADDOCK_TESTS === 'all'
const isNamed = process.argv.slice(2).some((word) => word !== 'run' && !word.startsWith('-'))

/**
 * They kill processes, fill disks, ask a registry, wait for renderers and terminals, connect a crowd, read files as
 * large as they may be, or repeat a property often.
 */
const slow = [
  'cli/watch-*.test.ts',
  'docs/protocol-session.test.ts',
  'scripts/check/audit.test.ts',
  'scripts/soak/**/*.test.ts',
  'scripts/start/keep-running.test.ts',
  'server/live/crowd.test.ts',
  'server/live/sending/*.test.ts',
  'server/log/sqlite/crash.test.ts',
  'server/metrics/metrics.test.ts',
  'server/pages/render/page-renderer.test.ts',
  'server/publisher/faults/*.test.ts',
  'server/push/killed.test.ts',
  'server/publisher/render/limits.test.ts',
  'server/publisher/render/readers/reader-limits.test.ts',
  'server/publisher/render/render.test.ts',
]

/** No file, no process, no socket, no clock. */
const pure = ['{app,lib}/**/*.test.{ts,tsx}']
const impure = ['lib/live/*.test.ts', 'app/live/card.png/*.test.tsx']

export default defineConfig({
  test: {
    // They only end a test that hangs: no outcome depends on them, however busy the machine is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // Half of it is waiting for processes, files and clocks: three at a time, even on two cores.
    maxWorkers: 3,
    // Files share one context, so that each module loads once: nothing outlives a test, and spies end with it.
    isolate: false,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure, exclude: impure },
      },
      {
        extends: true,
        test: {
          name: 'io',
          include: ['{bench,cli,docs,scripts,server,testing}/**/*.test.{ts,tsx}', ...impure],
          exclude: slow,
        },
      },
      ...(everything || isNamed ? [{ extends: true as const, test: { name: 'slow', include: slow } }] : []),
    ],
  },
})
