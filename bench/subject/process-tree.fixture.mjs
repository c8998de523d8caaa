// Starts itself once more, and says when that one runs. Both end with the test.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

process.on('disconnect', () => process.exit())
if (process.argv[2] === 'inner') process.send?.('started')
else fork(fileURLToPath(import.meta.url), ['inner']).on('message', () => process.send?.('started'))
