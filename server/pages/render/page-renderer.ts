import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { DeskApi } from '../../../lib/server-api/registry.ts'
import { hasNotArrived, isTimeout, type PageRequest, type PageResponse, sendLocally } from './local-request.ts'
import { answerCall } from './page-calls.ts'
import type { PageSnapshot } from './page-snapshots.ts'
import { type ProcessUsage, usagePath } from './process-usage.ts'
import { snapshotPath } from './snapshot-path.ts'

export interface PageRenderer {
  /** Answers a request from the snapshot, or from a newer one. Rejects when the pages cannot be made at the moment. */
  render(request: PageRequest, snapshot: PageSnapshot): Promise<PageResponse>
  /** What the process uses. Undefined when it does not answer at the moment. */
  usage(): Promise<ProcessUsage | undefined>
  /** How often the process was started. */
  starts(): number
  stop(): Promise<void>
}

interface Options {
  readonly publicOrigin: string | undefined
  /** Of the times that a page without JavaScript shows; undefined for that of the system. */
  readonly timeZone: string | undefined
  /** Whether any site may show /embed in a frame. */
  readonly canBeFramed?: boolean
  readonly api: DeskApi
  readonly logger: Logger
  readonly script?: string
  /** How long a response may take, in milliseconds. */
  readonly responseLimit?: number
}

const processScript = fileURLToPath(new URL('./page-process.js', import.meta.url))
/** The memory of the process, in megabytes. 10,000 entries take half of it. */
const mostMemory = 512
/** A page of 10,000 entries takes half a second; one that takes this long never ends. Milliseconds. */
const longestResponse = 20_000
/** How long the process has to say what it uses, in milliseconds. */
const usageLimit = 1000
/** How long the next start waits after a process that ended by itself, at most, in milliseconds. */
const longestPause = 10_000

interface Running {
  readonly child: ChildProcess
  readonly socketPath: string
  /** The id of the snapshot that the process has; 0 for none. */
  snapshot: number
  /** The sending of a snapshot that is under way. */
  sending: Promise<void> | undefined
}

/** Starts the process of the pages; resolves when it answers. A process that ends by itself is started again. */
export async function startPageRenderer({
  publicOrigin,
  timeZone,
  canBeFramed = false,
  api,
  logger,
  script = processScript,
  responseLimit = longestResponse,
}: Options): Promise<PageRenderer> {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-pages-'))
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  let failures = 0
  let starts = 0
  let isStopping = false
  let current: Promise<Running> = start()

  async function start(): Promise<Running> {
    starts += 1
    const name = randomUUID()
    // Windows has its local sockets in a name space of their own.
    const socketPath = process.platform === 'win32' ? `\\\\.\\pipe\\paddock-${name}` : join(folder, name.slice(0, 8))
    const child = fork(script, [socketPath, publicOrigin ?? '', canBeFramed ? 'framed' : ''], {
      execArgv: [`--max-old-space-size=${mostMemory}`],
      // Pages need no secret of the server.
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...(timeZone ? { TZ: timeZone } : {}) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    // Next says there what it does; what fails is on the other one.
    if (child.stdout) logLines(child.stdout, (line) => logger.debug(line))
    if (child.stderr) logLines(child.stderr, (line) => logger.error(line))
    child.on('message', (message) => {
      void answerCall(message, api, (answer) => {
        // Nobody waits for the answer when the process has ended.
        if (child.connected) child.send(answer, () => {})
      })
    })
    child.once('exit', (code, signal) => restart(code ?? signal))
    const ready = once(child, 'message')
    const ended = once(child, 'exit').then(() => {
      throw new Error('The process of the pages ended before it was ready.')
    })
    await Promise.race([ready, ended])
    return { child, socketPath, snapshot: 0, sending: undefined }
  }

  function restart(reason: unknown): void {
    if (isStopping) return
    failures += 1
    const pause = Math.min(longestPause, 500 * 2 ** failures)
    logger.error(`the process of the pages ended (${reason}); it starts again in ${pause} ms`)
    current = new Promise<void>((resolve) => setTimeout(resolve, pause).unref()).then(start)
    current.catch(() => undefined)
  }

  const sendTo = ({ socketPath }: Running, pageRequest: PageRequest) =>
    sendLocally({ socketPath, agent, limit: responseLimit }, pageRequest)

  /** Sends the snapshot unless the process has it. Snapshots are sent one after the other, so that none goes back. */
  async function bring(running: Running, snapshot: PageSnapshot): Promise<void> {
    while (running.sending !== undefined) await running.sending
    if (running.snapshot >= snapshot.id) return
    const body = Buffer.from(snapshot.json())
    running.sending = sendTo(running, { method: 'PUT', path: snapshotPath, headers: {}, body }).then(
      () => {
        running.snapshot = snapshot.id
        running.sending = undefined
      },
      (error: unknown) => {
        running.sending = undefined
        throw error
      },
    )
    await running.sending
  }

  async function renderBy(running: Running, pageRequest: PageRequest, snapshot: PageSnapshot): Promise<PageResponse> {
    await bring(running, snapshot)
    const response = await sendTo(running, pageRequest)
    failures = 0
    return response
  }

  await current
  return {
    async render(pageRequest, snapshot) {
      const runningNow = current
      const running = await runningNow
      try {
        return await renderBy(running, pageRequest, snapshot)
      } catch (error) {
        // A process that is caught in a page answers nobody else either.
        if (isTimeout(error)) running.child.kill('SIGKILL')
        // A broken connection is noticed before the end of the process: the next request must not go there, too.
        if (current === runningNow) await endOf(running.child)
        if (!hasNotArrived(error)) throw error
        // The process has just ended, and this request was not its reason.
        return renderBy(await current, pageRequest, snapshot)
      }
    },
    async usage() {
      // While the process starts, nobody waits for it.
      const running = await Promise.race([current, undefined]).catch(() => undefined)
      if (!running) return undefined
      const way = { socketPath: running.socketPath, agent, limit: usageLimit }
      const answer = await sendLocally(way, { method: 'GET', path: usagePath, headers: {} }).catch(() => undefined)
      return answer && (JSON.parse(String(answer.body)) as ProcessUsage)
    },
    starts: () => starts,
    async stop() {
      isStopping = true
      const running = await current.catch(() => undefined)
      if (running && running.child.exitCode === null && running.child.signalCode === null) {
        const exited = once(running.child, 'exit')
        running.child.kill('SIGKILL')
        await exited
      }
      agent.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function logLines(output: Readable, log: (line: string) => void): void {
  createInterface({ input: output }).on('line', (line) => {
    if (line.trim() !== '') log(`pages: ${line.slice(0, 500)}`)
  })
}

/** Resolves when the process has ended, or after a second if it goes on. */
async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await once(child, 'exit', { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
}
