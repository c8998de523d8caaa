import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endWithParent } from './end-with-parent.mjs'

let parent = 7
const end = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  parent = 7
  end.mockClear()
  endWithParent({ parent: () => parent, end })
})
afterEach(() => vi.useRealTimers())

test('a process is not ended while its parent lives', () => {
  vi.advanceTimersByTime(60_000)
  expect(end).not.toHaveBeenCalled()
})

test('a process is ended once, within a second after its parent ended', () => {
  parent = 1
  vi.advanceTimersByTime(1000)
  expect(end).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(60_000)
  expect(end).toHaveBeenCalledTimes(1)
})
