import { guardsOf } from './guard.ts'

// When files are looked at, and how templates are kept from doing harm.

const scheduleGuards = guardsOf(
  'server/publisher/pass-schedule.ts',
  ['server/publisher/pass-schedule.test.ts'],
  [
    {
      id: 'one-pass-at-a-time',
      what: 'passes do not overlap',
      find: 'running ??= onePass()',
      replace: 'running = onePass()',
    },
    {
      id: 'hint-during-a-pass',
      what: 'a hint during a pass brings another one',
      find: 'if (running !== undefined) hinted = true\n      else runIn(settings.saveWindow)',
      replace: 'runIn(settings.saveWindow)',
    },
    {
      id: 'hints-are-one-pass',
      what: 'later hints do not put off the pass that is due',
      find: 'if (stopped || at >= due) return',
      replace: 'if (stopped) return',
    },
    {
      id: 'nothing-after-stop',
      what: 'no pass follows on the end',
      find: 'if (stopped || at >= due) return',
      replace: 'if (at >= due) return',
    },
    {
      id: 'stop-waits',
      what: 'the end waits for the pass that runs',
      find: 'clearTimeout(timer)\n      await running\n',
      replace: 'clearTimeout(timer)\n',
    },
    {
      id: 'failed-pass-is-followed',
      what: 'after a pass that failed the next one follows',
      find: `await pass().catch((error: unknown) => {
      onError(error)
      return undefined
    })`,
      replace: 'await pass()',
    },
    {
      id: 'looks-without-hints',
      what: 'files are looked at without a hint',
      find: 'runIn(Math.min(look, again ?? look))',
      replace: 'if (again !== undefined) runIn(Math.min(look, again))',
    },
    {
      id: 'sooner-when-asked',
      what: 'a pass is followed as soon as it asks for',
      find: 'runIn(Math.min(look, again ?? look))',
      replace: 'runIn(look)',
    },
    {
      id: 'at-latest-by-the-look',
      what: 'a pass that asks for a late one is followed by the usual look',
      find: 'runIn(Math.min(look, again ?? look))',
      replace: 'runIn(again ?? look)',
    },
    {
      id: 'slow-passes-are-rare',
      what: 'a slow pass is looked after more rarely',
      find: 'Math.max(settings.lookInterval, 10 * (performance.now() - began))',
      replace: 'settings.lookInterval',
    },
    {
      id: 'a-pass-of-ones-own',
      what: 'who asks for a pass gets one that began after',
      find: 'await running\n      await run()',
      replace: 'await run()',
    },
  ],
)

const watchGuards = guardsOf(
  'server/publisher/watch.ts',
  ['server/publisher/watch.test.ts'],
  [
    {
      id: 'saves-are-hints',
      what: 'a save is a hint',
      find: ".on('all', hint)",
      replace: '',
    },
    {
      id: 'replaced-folder-is-watched',
      what: 'a folder that was put in the place of the folder is watched',
      find: 'const old = watcher\n    watcher = open()',
      replace: 'const old = { close: async () => {} }',
    },
    {
      id: 'replaced-folder-is-a-hint',
      what: 'another folder in its place is a hint',
      find: 'place = now\n    hint()',
      replace: 'place = now',
    },
    {
      id: 'link-is-followed',
      what: 'a folder that is reached by a link is watched where it is',
      find: 'watch(place?.path ?? folder, options)',
      replace: 'watch(folder, options)',
      tests: ['server/publisher/folder-faults.test.ts'],
    },
    {
      id: 'folder-that-cannot-be-seen',
      what: 'a folder that cannot be looked at for a moment ends nothing',
      find: '  try {\n    const path = realpathSync(folder)',
      replace: '  const path = realpathSync(folder)\n  try {',
    },
    {
      id: 'watch-stops',
      what: 'after the end nothing is a hint',
      find: 'await watcher.close()',
      replace: '',
    },
  ],
)

const renderGuards = guardsOf(
  'server/publisher/render.ts',
  ['server/publisher/render.test.ts'],
  [
    {
      id: 'templates-have-so-much-time',
      what: 'a template that does not end is ended',
      find: '}, limits.milliseconds)',
      replace: '}, 2 ** 31 - 1)',
    },
    {
      id: 'templates-have-so-much-memory',
      what: 'a template that eats memory ends itself, and not the server',
      find: '--max-old-space-size=',
      replace: '--title=',
    },
    {
      id: 'ended-process-is-replaced',
      what: 'after a template was ended the next one renders',
      find: "if (result.kind === 'ended') await end()",
      replace: '',
    },
    {
      id: 'templates-have-no-passwords',
      what: "a template does not see the server's environment",
      find: "env: { NODE_ENV: 'production' },",
      replace: '',
    },
    {
      id: 'process-that-died-idle',
      what: 'a process that died before it was asked is noticed',
      find: 'if (!child.connected) exit(child.exitCode, child.signalCode)\n    else child.send(request)',
      replace: 'child.send(request)',
    },
    {
      id: 'process-that-dies-rendering',
      what: 'a process that dies while it renders is noticed',
      find: "child.on('message', settle).on('exit', exit)",
      replace: "child.on('message', settle)",
    },
  ],
)

const readPassGuards = guardsOf(
  'server/publisher/read-pass.ts',
  ['server/publisher/render.test.ts'],
  [
    {
      id: 'templates-are-no-timing-files',
      what: 'the age of the list is that of the timing files, not of the template',
      find: " && !path.endsWith('.njk')",
      replace: '',
    },
    {
      id: 'event-is-no-timing-file',
      what: 'the age of the list is that of the timing files, not of event.yaml',
      find: 'path !== request.event && ',
      replace: '',
    },
  ],
)

export const passGuards = [...scheduleGuards, ...watchGuards, ...renderGuards, ...readPassGuards]
