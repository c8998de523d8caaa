import type { Property } from '../../../lib/sync/properties/property.fixture.ts'
import type { Batch } from './batches.ts'
import type { Result } from './worker.ts'

// Tries one batch after the other, as worker.ts sends them, until it is told to go or nobody is there to tell.

const { laws }: { laws: readonly Property[] } = await import(process.argv[2] ?? '')

process.on('message', ({ title, cases, seed }: Batch) => {
  const law = laws.find((one) => one.title === title)
  if (!law) throw new Error(`no such law: ${title}`)
  const began = performance.now()
  const outcome = law.check({ cases, seed })
  const result: Result = { outcome, milliseconds: performance.now() - began }
  process.send?.(result)
})
