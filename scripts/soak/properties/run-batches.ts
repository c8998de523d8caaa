import type { Batch } from './batches.ts'
import { type Result, startWorker } from './worker.ts'

/** Called with the result of each batch. */
export type OnResult = (batch: Batch, result: Result) => void

/**
 * Tries the batches in several processes. A broken property is not tried again; a batch that the signal cuts off has no
 * result.
 */
export async function runBatches(
  batches: Iterator<Batch, undefined>,
  properties: URL,
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
    const worker = startWorker(properties)
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
