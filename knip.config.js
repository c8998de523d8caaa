import { commands } from './scripts/commands.mjs'

// What no import leads to: the commands, and what a path in the code starts.
const started = [
  'server/main.ts',
  'scripts/serve.mjs',
  'e2e/server/fault-on-signal.mjs',
  '**/{fuzz-process,render-process,appender.fixture,subscriber.fixture,kept-lines.fixture,fake-terminal.fixture,publishing.fixture}.ts',
  '**/stopped-clock.mjs',
  'bench/**/{load-process,peer-process}.ts',
  'bench/subject/{probe,process-tree.fixture}.mjs',
]
const mutation = ['scripts/mutation/{vitest.config,properties.mutation,seed}.ts']

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    ...Object.values(commands).flatMap(({ file }) => file ?? []),
    ...started,
    ...mutation,
    'bench/page/observe-page.js',
  ],
  // Started by their name: a schema, and programs of the checks.
  ignoreDependencies: ['@asyncapi/specs', '@biomejs/biome', 'cspell'],
  ignoreBinaries: ['mkfifo', 'prlimit', 'taskset', 'unshare'],
  treatConfigHintsAsErrors: true,
}
