import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { TellPublished, Told } from '../parse/published-list.ts'
import { confinement, emptyFolder } from './confinement.ts'
import type { PassFiles, PassRequest, PassResult } from './pass-result.ts'
import { limitTime, type TimeLimits } from './time-limit.ts'

/** What a rendering may use before it is ended. */
export interface RenderLimits {
  readonly time: TimeLimits
  readonly megabytes: number
}

export const defaultRenderLimits: RenderLimits = { time: { cpu: 5000, wall: 60_000 }, megabytes: 256 }

// In development and in tests the process runs TypeScript, like this file.
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const processScript = fileURLToPath(new URL(`./render-process.${extension}`, import.meta.url))

/** How long the process may take to load and to end, in milliseconds. */
const startLimit = 15_000
const endLimit = 1000

export interface Renderer {
  /**
   * Reads event.yaml, renders the template against the files as they are now, and compares the list with the published
   * one. Never rejects; one call at a time.
   */
  pass(files: PassFiles, published: TellPublished): Promise<PassResult>
  stop(): Promise<void>
}

/**
 * Makes passes in a process of its own. When a template takes too long or too much memory, the process is killed, and
 * the next call starts a new one. A thread would not do: one that runs out of memory can end the whole server.
 */
export function startRenderer(
  dataFolder: string,
  limits: RenderLimits = defaultRenderLimits,
  script: string = processScript,
): Renderer {
  let child: ChildProcess | undefined
  let known: Told | undefined

  async function end(): Promise<void> {
    const ending = child
    child = undefined
    known = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    ending.ref()
    const exited = once(ending, 'exit')
    ending.kill('SIGKILL')
    // A process that is blocked on a dead network share cannot be killed: `end` does not wait for it. The timer of one
    // that has ended must not keep a stopped server alive.
    await Promise.race([exited, sleep(endLimit, undefined, { ref: false })])
    ending.unref()
  }

  return {
    async pass(files, published) {
      try {
        child ??= await startProcess(script, dataFolder, limits)
        const { update, told } = await published(known)
        const result = await answerOf(child, { files, published: update }, limits)
        known = told
        if (result.kind === 'ended' || isDenied(result)) await end()
        return result
      } catch (error) {
        await end()
        return ended('render_failed', `Rendering cannot be started: ${error instanceof Error ? error.message : error}`)
      }
    },
    stop: end,
  }
}

/** Resolves when the process has loaded or failed to; loading does not count as time of the template. */
async function startProcess(script: string, dataFolder: string, limits: RenderLimits): Promise<ChildProcess> {
  const child = fork(script, [dataFolder], {
    execArgv: [`--max-old-space-size=${limits.megabytes}`, ...confinement(script, dataFolder)],
    // Templates must not see the passwords of the server.
    env: { NODE_ENV: 'production' },
    cwd: emptyFolder(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, startLimit)
    const loaded = () => {
      clearTimeout(timer)
      resolve()
    }
    child.once('message', loaded).once('exit', loaded)
    child.on('error', loaded)
  })
  child.unref()
  child.channel?.unref()
  return child
}

function answerOf(child: ChildProcess, request: PassRequest, limits: RenderLimits): Promise<PassResult> {
  return new Promise((resolve) => {
    const settle = (result: PassResult) => {
      stopLimit()
      child.off('message', receive).off('exit', exit)
      child.channel?.unref()
      resolve(result)
    }
    // On a slow machine the process reports that it has loaded after `startLimit`: that is no result.
    const receive = (message: PassResult | 'ready') => {
      if (message !== 'ready') settle(message)
    }
    const exit = (_code: number | null, signal: NodeJS.Signals | null) => {
      const memory = `The template needed more than ${limits.megabytes} MB of memory.`
      // V8 aborts a process that runs out of memory.
      settle(
        signal === 'SIGABRT' ? ended('template_memory', memory) : ended('render_failed', 'Rendering ended by itself.'),
      )
    }
    const stopLimit = limitTime(child.pid, limits.time, () => {
      settle(ended('template_timeout', `The template did not finish within ${limits.time.cpu / 1000} s.`))
    })
    child.on('message', receive).on('exit', exit)
    child.channel?.ref()
    if (!child.connected) exit(child.exitCode, child.signalCode)
    else child.send(request)
  })
}

/** Whether a symbolic link to the data folder has another target by now: only a new process may read there. */
function isDenied({ list, event }: Extract<PassResult, { kind: 'read' }>): boolean {
  return [list, event].some((read) => read.kind === 'rejected' && read.problem.message.includes('ERR_ACCESS_DENIED'))
}

function ended(code: string, message: string): PassResult {
  return { kind: 'ended', code, message }
}
