import type { PassRequest, PassResult } from './pass-result.ts'
import { createPasses } from './passes.ts'

// The process in which passes are made: a template that loops or eats memory ends only this process.

const [dataFolder = ''] = process.argv.slice(2)
const pass = createPasses(dataFolder)

process.on('message', async (request: PassRequest) => {
  process.send?.(await pass(request).catch(internalFault))
})
/** A bug. The server ends this process, because it may know a wrong list by now. */
function internalFault(error: unknown): PassResult {
  return { kind: 'ended', code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

// The server has ended, in whatever way.
process.on('disconnect', () => process.exit())
process.send?.('ready')
