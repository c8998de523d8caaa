import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

// A short run of what `npm run soak` does for as long as one likes. A seed that failed is kept by adding it here.
const seeds = [Date.now() % 1_000_000]

let running: ChildProcess | undefined
test.afterEach(() => void running?.kill())

const root = fileURLToPath(new URL('../..', import.meta.url))

for (const seed of seeds) {
  test('[P1] [P2] [P4] [P5] [P8] a short soak finds nothing wrong, whatever happens to files, networks and processes', async () => {
    test.setTimeout(300_000)
    const { code, lines } = await soak('--short', '--seed', `${seed}`)
    expect(code, lines).toBe(0)
  })
}

/** The command as a process that ends with the test. Its lines are shown as they come. */
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
