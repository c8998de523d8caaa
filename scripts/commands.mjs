/**
 * @typedef {{
 *   what: string,
 *   needs?: readonly ('build' | 'chromium')[],
 *   file?: string,
 *   bin?: readonly [package: string, command?: string],
 *   args?: readonly string[],
 * }} Command
 *
 * `needs`: what set-up prepares besides the packages. `file`: a path from the root; `bin`: a program of a package.
 * `args` precede those of the command line. A command without `file` and `bin` only sets up.
 */

/** Every `npm run` command. @type {Readonly<Record<string, Command>>} */
export const commands = {
  start: { what: 'serves the event', needs: ['build'], file: 'scripts/start.mjs' },
  dev: {
    what: 'serves from the sources, and restarts by itself',
    bin: ['tsx'],
    args: ['watch', '--clear-screen=false', 'server/main.ts', '--dev'],
  },
  build: { what: 'installs and builds, so that `start` needs no network', needs: ['build'] },
  demo: { what: 'plays the example event', needs: ['build'], file: 'scripts/demo/demo.ts' },
  template: { what: 'makes a template for a timing file', file: 'scripts/template/template.ts' },
  watch: { what: 'shows results in a terminal', file: 'cli/watch.ts' },
  record: { what: 'keeps what a timing system sends or saves', file: 'cli/record.ts' },
  replay: { what: 'plays a recording again', file: 'cli/replay.ts' },
  protocol: { what: 'writes docs/protocol from the schemas', file: 'scripts/protocol/protocol.ts' },
  icons: { what: 'draws the PNGs of the program', needs: ['chromium'], file: 'scripts/icons/icons.ts' },
  bench: { what: 'measures the whole server beside others', needs: ['build'], file: 'bench/bench.ts' },
  'bench:report': { what: 'writes the figures of a bench into docs/PERFORMANCE.md', file: 'bench/write-report.ts' },
  'bench:standings': { what: 'measures what is derived from one update', file: 'bench/standings.ts' },
  'bench:page': { what: 'measures the page on a slow phone', needs: ['build', 'chromium'], file: 'bench/page.ts' },
  screenshots: {
    what: 'takes pictures of every view',
    needs: ['build', 'chromium'],
    file: 'scripts/screenshots/screenshots.ts',
  },
  soak: { what: 'makes trouble for a real server and its clients', needs: ['build'], file: 'scripts/soak/soak.ts' },
  'soak:laws': {
    what: 'checks the properties of the core a million times',
    file: 'scripts/soak/properties/soak-properties.ts',
  },
  fuzz: { what: 'damages timing files and reads them', file: 'scripts/fuzz/fuzz.ts' },
  mutation: { what: 'shows that a test fails for every fault', file: 'scripts/mutation/mutation.ts' },
  // It runs the set-up itself, so that a failing build counts as a failed test and the other checks still run.
  test: { what: 'checks everything', file: 'scripts/check/test.mjs' },
  types: { what: 'checks the types', file: 'scripts/check/types.mjs' },
  lint: { what: 'checks lint and format', bin: ['@biomejs/biome'], args: ['check', '.'] },
  'dead-code': { what: 'finds files, exports and packages that nothing uses', bin: ['knip'] },
  spelling: {
    what: 'checks the spelling of what people read',
    bin: ['cspell'],
    args: ['lint', '--no-progress'],
  },
  format: { what: 'formats', bin: ['@biomejs/biome'], args: ['check', '--write', '.'] },
  unit: { what: 'runs unit tests', bin: ['vitest'], args: ['run'] },
  e2e: {
    what: 'runs end-to-end tests in a browser',
    needs: ['build', 'chromium'],
    bin: ['@playwright/test', 'playwright'],
    args: ['test'],
  },
}
