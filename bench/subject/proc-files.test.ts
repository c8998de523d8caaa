import { expect, test } from 'vitest'
import { readBusyTime, readProcessorTime, readResidentMemory, readScriptName, readStat } from './proc-files.ts'

test('given a process whose name has spaces and brackets, when its stat is read, then the parent is right', () => {
  const stat = '4711 (node (a) 7 8) S 4242 4711 4242 0 -1 4194560 51 0 0 0 120 30 0 0 20 0 11 0 22 33 44'
  expect(readStat(stat)).toEqual({ pid: 4711, parent: 4242 })
  expect(readStat('1 (init) S 0 1 1 0 -1')).toEqual({ pid: 1, parent: 0 })
})

test('the processor time of a thread is the first number of its schedstat, in nanoseconds', () => {
  expect(readProcessorTime('1234567890 33388982 4\n')).toBeCloseTo(1234.56789, 9)
})

test('resident memory is VmRSS in bytes, and 0 for a process that has ended', () => {
  expect(readResidentMemory('Name:\tnode\nVmHWM:\t  99999 kB\nVmRSS:\t   51200 kB\nThreads:\t11\n')).toBe(52_428_800)
  expect(readResidentMemory('Name:\tnode\nState:\tZ (zombie)\n')).toBe(0)
})

test('the busy time of a machine leaves out idling and waiting for disks', () => {
  const text = 'cpu  100 20 30 99999 5000 4 6 0 0 0\ncpu0 1 1 1 1 1 1 1 0 0 0\n'
  expect(readBusyTime(text)).toBe(1600)
})

test('the name of a process is its script without the options and folders before it', () => {
  expect(readScriptName('/usr/bin/node\0--import\0/p/probe.mjs\0scripts/start.mjs\0--x\0')).toBe('start.mjs')
  expect(readScriptName('/usr/bin/sleep\x0060\0')).toBe('sleep')
})
