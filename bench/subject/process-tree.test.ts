import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { cpuBetween, measuringProblem, readTree, residentMemory } from './process-tree.ts'

test('the processor time between two readings counts a process that started in between, and none that ended', () => {
  const before = [
    { pid: 1, name: 'a', cpu: 100, rss: 1 },
    { pid: 2, name: 'b', cpu: 50, rss: 1 },
  ]
  const after = [
    { pid: 1, name: 'a', cpu: 130, rss: 4 },
    { pid: 3, name: 'c', cpu: 7, rss: 5 },
  ]
  expect(cpuBetween(before, after)).toBe(37)
  expect(residentMemory(after)).toBe(9)
})

test('on a system without /proc the bench says that it needs Linux', () => {
  expect(measuringProblem('darwin')).toContain('only Linux')
})

test.runIf(process.platform === 'linux')('a tree has a process and what it started, with time and memory', async () => {
  const script = new URL('process-tree.fixture.mjs', import.meta.url)
  const child = fork(script, { execArgv: [] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  const tree = readTree(child.pid ?? 0)
  expect(tree.map(({ name }) => name)).toEqual(['process-tree.fixture.mjs', 'process-tree.fixture.mjs'])
  for (const { cpu, rss } of tree) {
    expect(cpu).toBeGreaterThan(0)
    expect(rss).toBeGreaterThan(1_000_000)
  }
  expect(readTree(process.pid).length).toBeGreaterThanOrEqual(3)
})
