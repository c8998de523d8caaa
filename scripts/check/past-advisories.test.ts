import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type LockFile, outdated, pastAdvisories, readAudit } from './past-advisories.ts'

const lock: LockFile = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))

describe('the installed packages', () => {
  test('given the lock file, then no package is older than the fix of a hole that mattered', () => {
    expect(outdated(lock)).toEqual([])
  })

  test('given the lock file, then each package of the list is in it: a package that is gone leaves the list', () => {
    const installed = Object.keys(lock.packages)
    const missing = pastAdvisories.filter(
      ({ name }) => !installed.some((path) => path.endsWith(`node_modules/${name}`)),
    )
    expect(missing).toEqual([])
  })

  test.each([
    ['8.17.0', true],
    ['8.17.1-rc.1', true],
    ['8.9.9', true],
    ['7.99.99', true],
    ['', true],
    ['8.17.1', false],
    ['8.18.0', false],
    ['10.0.0', false],
  ])('given ws %s inside another package, then it is reported: %s', (version, reported) => {
    const packages = { 'node_modules/a/node_modules/ws': { version }, 'node_modules/other-ws': { version: '0.0.1' } }
    expect(outdated({ packages })).toHaveLength(reported ? 1 : 0)
  })
})

describe('the report of npm audit', () => {
  test('given advisories, then they are named', () => {
    const report = { vulnerabilities: { ws: { severity: 'high', range: '<8.17.1' } }, metadata: {} }
    expect(readAudit(JSON.stringify(report))).toEqual({ kind: 'answered', found: ['ws <8.17.1: high'] })
    expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'answered', found: [] })
  })

  test('given no answer of the registry, then the reason is told', () => {
    const report = { message: '405 Method Not Allowed', error: { summary: '' } }
    expect(readAudit(JSON.stringify(report))).toEqual({ kind: 'unanswered', reason: '405 Method Not Allowed' })
  })

  test.each(['', '[]', '{}', 'null'])('given %j, then it is no report', (text) => {
    expect(() => readAudit(text)).toThrow()
  })
})
