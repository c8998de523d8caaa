import { expect, test } from 'vitest'
import { createArrivals } from './arrivals.ts'

test('the latency of a version is the time from its stamp to its arrival at each client', () => {
  const arrivals = createArrivals()
  arrivals.add(4, 5, 110)
  arrivals.add(4, 5, 130)
  arrivals.add(5, 6, 220)
  const latencies = arrivals.latencies([
    [5, 100],
    [6, 200],
  ])
  expect(latencies).toEqual({ p50: 20, p95: 30, p99: 30, max: 30, count: 3 })
})

test('given a client that gets three versions at once, then each of them has arrived then', () => {
  const arrivals = createArrivals()
  arrivals.add(4, 7, 100)
  const stamps = [5, 6, 7].map((version): [number, number] => [version, version * 10])
  expect(arrivals.latencies(stamps)).toMatchObject({ count: 3, p50: 40, max: 50 })
})

test('versions without a stamp, such as those of a first list, are left out', () => {
  const arrivals = createArrivals()
  arrivals.add(0, 1_795_423_477_665, 100)
  expect(arrivals.latencies([[1_795_423_477_666, 90]])).toBeUndefined()
  expect(arrivals.latencies([])).toBeUndefined()
})

test('given more arrivals than fit at first, then none is lost, and after clearing there are none', () => {
  const arrivals = createArrivals()
  for (let client = 0; client < 10_000; client += 1) arrivals.add(1, 2, client)
  expect(arrivals.latencies([[2, 0]])).toMatchObject({ count: 10_000, max: 9999 })
  arrivals.clear()
  expect(arrivals.latencies([[2, 0]])).toBeUndefined()
})
