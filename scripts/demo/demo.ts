/** Plays the example event live, as timing software would write it: npm run demo -- --help */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OptionError } from '../../cli/options/option-error.ts'
import { prepareFolder } from './demo-folder.ts'
import { type DemoOptions, readOptions, usage } from './options.ts'
import { play } from './play.ts'
import { replayRecording } from './replay-recording.ts'
import { startServerProcess } from './server-process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const example = join(root, 'data')

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else if (options.folder === undefined) await playToServer(options)
  else await playInto(options.folder, options, 0)
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 1
}

/** Plays into a temporary folder that a server watches, and removes both afterwards. */
async function playToServer(options: DemoOptions): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'paddock-demo-'))
  try {
    const data = join(temporary, 'data')
    const played = playTo(data, options)
    const server = startServerProcess(data, join(temporary, 'state'))
    const failed = server.ended.then((code) => {
      if (!stopped.signal.aborted) process.exitCode = code
      stopped.abort()
    })
    await played.finally(server.stop)
    await failed
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
  }
}

function playTo(folder: string, options: DemoOptions): Promise<void> {
  const { replay: file, speed } = options
  if (file === undefined) return playInto(folder, options, 6000)
  return replayRecording({ file, speed, examples: join(example, 'examples'), folder }, stopped.signal)
}

async function playInto(folder: string, { every, once }: DemoOptions, start: number): Promise<void> {
  const prepared = prepareFolder(example, folder)
  const print = (line: string) => console.log(`${new Date().toLocaleTimeString('en-GB')}  ${line}`)
  await play(prepared, { start, every, once, over: 30_000 }, print, stopped.signal)
}
