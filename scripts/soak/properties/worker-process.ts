import type { Property } from '../../../lib/sync/properties/property.fixture.ts'
import type { Batch } from './batches.ts'
import type { Result } from './worker.ts'

// Tries each batch that worker.ts sends, until the parent stops it or disconnects.

const { properties }: { properties: readonly Property[] } = await import(process.argv[2] ?? '')

process.on('message', ({ title, cases, seed }: Batch) => {
  const property = properties.find((one) => one.title === title)
  if (!property) throw new Error(`no such property: ${title}`)
  const began = performance.now()
  const outcome = property.check({ cases, seed })
  const result: Result = { outcome, milliseconds: performance.now() - began }
  process.send?.(result)
})
