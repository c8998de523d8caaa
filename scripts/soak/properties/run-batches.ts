import type { Batch } from './batches.ts'
import { type Result, startWorker } from './worker.ts'

/** Hears how each batch ended. */
export type OnResult = (batch: Batch, result: Result) => void

/**
 * Tries the batches in several processes. A law that broke is not tried again; nobody hears of what the signal cut off.
 */
export async function runBatches(
  batches: Iterator<Batch, undefined>,
  laws: URL,
  processes: number,
  onResult: OnResult,
  signal: AbortSignal,
): Promise<void> {
  const broken = new Set<string>()

  function next(): Batch | undefined {
    for (let { value } = batches.next(); value; { value } = batches.next()) {
      if (!broken.has(value.title)) return value
    }
    return undefined
  }

  async function work(): Promise<void> {
    const worker = startWorker(laws)
    signal.addEventListener('abort', worker.stop)
    for (let batch = next(); batch && !signal.aborted; batch = next()) {
      const result = await worker.run(batch)
      if (signal.aborted) break
      if (result.outcome.kind === 'broken') broken.add(batch.title)
      onResult(batch, result)
    }
    signal.removeEventListener('abort', worker.stop)
    worker.stop()
  }

  await Promise.all(Array.from({ length: processes }, work))
}
