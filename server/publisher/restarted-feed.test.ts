import { expect, test } from 'vitest'
import { dumpAfter } from '../../testing/feed/dump-after.ts'
import { kartSession } from '../../testing/feed/made-up-karts.ts'
import { publishFeed } from './published-feed.fixture.ts'
import { until } from './publisher.fixture.ts'

test('given a race, when Paddock restarts and the timing system sends its newest results only, then no lap of before is lost', async () => {
  const made = kartSession({ count: 5, duration: 200 })
  const lines = made.lines.map(({ line }) => line)
  const published = await publishFeed('laps_then_time')
  const { feed, log, states } = published
  const half = Math.floor(lines.length / 2)
  feed.greetWith(() => lines.slice(0, half))
  await until(() => log.current().drivers.size === 5, 'the list', 20_000)
  const runsOf = () => [...log.current().drivers.values()].map(({ driver_name: name, runs = [] }) => [name, runs])
  const before = new Map(runsOf() as [string, readonly string[]][])
  expect([...before.values()].flat().filter(Boolean).length).toBeGreaterThan(5)
  const count = states.length

  const clock = lines.slice(0, half).findLast((line) => line.startsWith('$F')) ?? ''
  await published.restart(() => feed.greetWith(() => [...dumpAfter(made, half), clock]))
  await until(() => published.publisher.state().sources?.[0]?.state === 'heard', 'the feed is heard again', 20_000)
  feed.say(lines.slice(half))
  const last = made.finishers[0]
  const isOver = () =>
    [...log.current().drivers.values()].some(({ number, published_laps: laps }) => {
      return number === last?.number && Number(laps) === last?.laps
    })
  await until(isOver, 'the end of the race', 20_000)
  // Laps are added in every version since the restart, and none is gone.
  expect(states.length).toBeGreaterThan(count)
  for (const state of states.slice(count)) {
    for (const { driver_name: name, runs = [] } of state.drivers.values()) {
      expect(runs.slice(0, before.get(name)?.length)).toEqual(before.get(name))
    }
  }
  expect(published.publisher.state().warnings).toEqual([])
}, 90_000)

test('given a race, when another run begins, then its list is published without a hold and without a warning', async () => {
  const race = kartSession({ count: 8, duration: 200 })
  const final = kartSession({ count: 8, duration: 90, seed: 2, run: { id: '26', name: 'Final' } })
  const published = await publishFeed('laps_then_time')
  const { feed, log } = published
  feed.greetWith(() => race.lines.map(({ line }) => line))
  const laps = () =>
    [...log.current().drivers.values()].reduce((sum, { published_laps: one }) => sum + Number(one ?? 0), 0)
  const lapsOf = ({ finishers }: typeof race) => finishers.reduce((sum, one) => sum + one.laps, 0)
  await until(() => laps() === lapsOf(race), 'the end of the race', 30_000)
  const held: unknown[] = []
  const codes = new Set<string>()
  published.publisher.subscribe((state) => {
    if (state.held) held.push(state.held)
    for (const { code } of state.warnings) codes.add(code)
  })
  feed.say(final.lines.map(({ line }) => line))
  await until(() => laps() === lapsOf(final), 'the end of the final', 30_000)
  expect(held).toEqual([])
  expect([...codes]).toEqual([])
}, 90_000)
