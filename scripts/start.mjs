import { fileURLToPath } from 'node:url'
import { keepRunning } from './start/keep-running.mjs'
import { takeSecrets } from './start/take-secrets.mjs'

const secrets = takeSecrets(process.env)
process.exitCode = await keepRunning(
  fileURLToPath(new URL('serve.mjs', import.meta.url)),
  process.argv.slice(2),
  secrets,
)
