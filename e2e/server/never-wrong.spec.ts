import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from '../fixtures/test.ts'

// A short run of `npm run soak`. Add a seed that failed here, to keep it.
const seeds = [Date.now() % 1_000_000]

let running: ChildProcess | undefined
test.afterEach(() => void running?.kill())

const root = fileURLToPath(new URL('../..', import.meta.url))

for (const seed of seeds) {
  test('[P1] [P2] [P4] [P5] [P8] given faults of files, networks and processes, then a short soak finds no wrong list', async () => {
    test.setTimeout(300_000)
    const { code, lines } = await soak('--short', '--seed', `${seed}`)
    expect(code, lines).toBe(0)
  })
}

/** Runs the command as a process that ends with the test, and shows its lines. */
async function soak(...options: readonly string[]): Promise<{ readonly code: unknown; readonly lines: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/soak/soak.ts', ...options], {
    ...{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  })
  running = child
  let lines = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      lines += text
      process.stdout.write(text)
    })
  }
  const [code] = await once(child, 'close')
  return { code, lines }
}
