import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { npmCommand } from '../setup/npm.mjs'
import { readAudit } from './past-advisories.ts'

/** Resolves with what npm prints: it ends with code 1 when it found something or got no answer. */
function npmAudit(): Promise<string> {
  const [program, args] = npmCommand()
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  return new Promise((resolve) => {
    execFile(program, [...args, 'audit', '--json', '--omit=dev'], { cwd }, (_error, stdout) => resolve(stdout))
  })
}

test('given what the registry knows today, then no package that ships has an advisory', async ({ skip }) => {
  const audit = readAudit(await npmAudit())
  if (audit.kind === 'unanswered') skip(`the registry gives no advisories: ${audit.reason}`)
  else expect(audit.found).toEqual([])
})
