import type { PassRequest } from './pass-result.ts'
import { readPass } from './read-pass.ts'

// The process in which readPass runs: a template that loops or eats memory ends only this process.

const [dataFolder = ''] = process.argv.slice(2)

process.on('message', async (request: PassRequest) => {
  process.send?.(await readPass(request, dataFolder))
})
// The server has ended, in whatever way.
process.on('disconnect', () => process.exit())
process.send?.('ready')
