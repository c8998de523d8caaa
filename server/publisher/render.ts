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
      worker ??= await startWorker(dataFolder, limits)
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

/** Resolves when the worker has loaded: that is no template's time. */
async function startWorker(dataFolder: string, limits: RenderLimits): Promise<Worker> {
  const options = { workerData: dataFolder, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } }
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(fromSource(new URL('./render-worker.ts', import.meta.url)), { ...options, eval: true })
    : new Worker(new URL('./render-worker.js', import.meta.url), options)
  // What goes wrong while it is being ended, or between two calls, is no news: the next call makes another.
  await new Promise<void>((resolve) => {
    worker.once('message', () => resolve()).once('exit', () => resolve())
    worker.on('error', () => resolve())
  })
  worker.unref()
  return worker
}

/** In development and in tests the worker is TypeScript like this file, and a thread does not inherit the loader for that. */
function fromSource(file: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import('${file}') })`
}

function answerOf(worker: Worker, request: PassRequest, limits: RenderLimits): Promise<PassResult> {
  return new Promise((resolve) => {
    const settle = (result: PassResult) => {
      clearTimeout(timer)
      worker.off('message', settle).off('error', fail).off('exit', exit)
      resolve(result)
    }
    const fail = (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const needed = `The template needed more than ${limits.megabytes} MB of memory.`
      settle(memory ? ended('template_memory', needed) : ended('render_failed', `Rendering failed: ${error.message}`))
    }
    const exit = () => settle(ended('render_failed', 'Rendering ended without a result.'))
    const timer = setTimeout(() => {
      settle(ended('template_timeout', `The template did not finish within ${limits.milliseconds / 1000} s.`))
    }, limits.milliseconds)
    worker.on('message', settle).on('error', fail).on('exit', exit)
    worker.postMessage(request)
  })
}

function ended(code: string, message: string): PassResult {
  return { kind: 'ended', code, message }
}
