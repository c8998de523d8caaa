import { Worker } from 'node:worker_threads'
import type { PassRequest, PassResult } from './read-pass.ts'

/** What a template may take before it is ended. */
export interface RenderLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

export const defaultRenderLimits: RenderLimits = { milliseconds: 5000, megabytes: 256 }

export interface Renderer {
  /** Reads event.yaml and renders the template against the files as they are now. Never rejects; one call at a time. */
  render(request: PassRequest): Promise<PassResult>
  stop(): Promise<void>
}

/** Renders in a worker thread that is ended, and made anew for the next call, when a template takes too long or too much. */
export function startRenderer(dataFolder: string, limits: RenderLimits = defaultRenderLimits): Renderer {
  let worker: Worker | undefined

  return {
    async render(request) {
      worker ??= startWorker(dataFolder, limits)
      const result = await answerOf(worker, request, limits)
      if (result.kind === 'ended') {
        await worker.terminate()
        worker = undefined
      }
      return result
    },
    async stop() {
      await worker?.terminate()
      worker = undefined
    },
  }
}

function startWorker(dataFolder: string, limits: RenderLimits): Worker {
  // From source (development, tests) the worker is TypeScript like this file, and brings its loader along.
  const fromSource = import.meta.url.endsWith('.ts')
  const worker = new Worker(new URL(fromSource ? './render-worker.ts' : './render-worker.js', import.meta.url), {
    workerData: dataFolder,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    execArgv: fromSource ? ['--import', 'tsx'] : [],
  })
  worker.unref()
  return worker
}

function answerOf(worker: Worker, request: PassRequest, limits: RenderLimits): Promise<PassResult> {
  return new Promise((resolve) => {
    const settle = (result: PassResult) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      // An error that comes while the worker is being ended is no news.
      worker.on('error', () => {})
      resolve(result)
    }
    const timer = setTimeout(
      () => settle(ended('template_timeout', `The template did not finish within ${limits.milliseconds / 1000} s.`)),
      limits.milliseconds,
    )
    worker.on('message', settle)
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle(
        memory
          ? ended('template_memory', `The template needed more than ${limits.megabytes} MB of memory.`)
          : ended('render_failed', `Rendering failed: ${error.message}`),
      )
    })
    worker.on('exit', () => settle(ended('render_failed', 'Rendering ended without a result.')))
    worker.postMessage(request)
  })
}

function ended(code: string, message: string): PassResult {
  return { kind: 'ended', code, message }
}
