export default {
  test: {
    include: ['{app,bench,cli,docs,lib,scripts,server,testing}/**/*.test.{ts,tsx}'],
    // A property runs hundreds of cases, and a busy machine is not a broken test.
    testTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
    // Most of it is waiting for processes, files and clocks: two at a time, even on two cores.
    maxWorkers: 2,
    minWorkers: 1,
  },
}
