import type { PassRequest } from './pass-result.ts'
import { readPass } from './read-pass.ts'

// The process around readPass: templates run here, so that one which loops or eats memory ends nothing but itself.

const [dataFolder = ''] = process.argv.slice(2)

process.on('message', async (request: PassRequest) => {
  process.send?.(await readPass(request, dataFolder))
})
// The server is gone, however it went.
process.on('disconnect', () => process.exit())
process.send?.('ready')
