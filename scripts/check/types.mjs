import { fileURLToPath } from 'node:url'
import { packageBin } from '../setup/package-bin.mjs'
import { runProgram } from '../setup/run-program.mjs'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const compiler = packageBin(cwd, 'typescript', 'tsc')
const env = { NEXT_TELEMETRY_DISABLED: '1' }

// The types of the routes are written first: a fresh clone has none, and `next dev` leaves others.
await runProgram(process.execPath, [packageBin(cwd, 'next'), 'typegen'], { cwd, env })

for (const project of ['tsconfig.json', 'server/tsconfig.json']) {
  const { ok } = await runProgram(process.execPath, [compiler, '--noEmit', '-p', project], { cwd, show: true })
  if (!ok) process.exitCode = 1
}
