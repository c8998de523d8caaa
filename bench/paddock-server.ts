import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The real server, as `npm start` runs it, on a data folder and a free port; `settings` are more variables for it. */
export async function startPaddock(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const state = await mkdtemp(join(tmpdir(), 'paddock-bench-state-'))
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      DATA_DIR: dataFolder,
      STATE_DIR: state,
      PORT: '0',
      LOG_FORMAT: 'json',
      ADMIN_PASSWORD: 'benchmark',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended before it listened')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /"port":(\d+)/.exec(line)
      if (found) resolve(Number(found[1]))
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await rm(state, { recursive: true })
    },
  }
}
