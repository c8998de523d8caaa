import { describe, expect, onTestFinished, test } from 'vitest'
import { formatTime } from '../../lib/record/run.ts'
import { dumpAfter } from '../../testing/feed/dump-after.ts'
import { startFeedServer } from '../../testing/feed/feed-server.ts'
import { kartSession } from '../../testing/feed/made-up-karts.ts'
import type { MadeUpSession } from '../../testing/feed/made-up-session.ts'
import { type PublishedFeed, placesOf, publishFeed } from './published-feed.fixture.ts'
import { until } from './publisher.fixture.ts'

const textsOf = ({ lines }: MadeUpSession) => lines.map(({ line }) => line)
const stateOf = ({ publisher }: PublishedFeed) => publisher.state().sources?.[0]?.state

const raceResult = ({ finishers }: MadeUpSession) =>
  finishers.map(({ number, laps, total }, index) => [index + 1, number, laps, formatTime(total)].join(' '))
const bestResult = ({ finishers }: MadeUpSession) =>
  [...finishers]
    .sort((a, b) => a.best - b.best)
    .map(({ number, best }, index) => [index + 1, number, 1, formatTime(best)].join(' '))

/** Waits until the published list has these places; says which it has when it does not. */
async function shows(published: PublishedFeed, places: readonly string[]): Promise<void> {
  await until(
    () => placesOf(published.log.current()).join() === places.join(),
    `${places} instead of ${placesOf(published.log.current())}`,
  ).catch(() => expect(placesOf(published.log.current())).toEqual(places))
}

describe('a race over TCP', () => {
  test.each(['a relay that sends everything again', 'a timing system that sends its newest results'])(
    'that is cut again and again, with %s, ends with the positions of the feed, and nothing is published without a change',
    async (kind) => {
      const made = kartSession({ count: 6, duration: 200 })
      const lines = textsOf(made)
      const published = await publishFeed('laps_then_time')
      const { feed, states } = published
      let sent = 60
      feed.greetWith(() => (kind.startsWith('a relay') ? lines.slice(0, sent) : dumpAfter(made, sent)))
      await until(() => stateOf(published) === 'heard', 'the feed is heard')
      for (const [index, next] of [110, 150, lines.length].entries()) {
        const restarts = index === 1
        if (restarts) await feed.stop()
        else feed.cut()
        await until(() => stateOf(published) === 'lost', 'the feed is lost')
        expect(published.publisher.state().source_at).toBe(published.publisher.state().sources?.[0]?.heard_at)
        await until(() => published.publisher.state().warnings.some(({ code }) => code === 'source_lost'), 'a warning')
        if (restarts) await feed.start()
        await until(() => stateOf(published) === 'heard', 'the feed is heard again')
        feed.say(lines.slice(sent, next))
        sent = next
      }
      await shows(published, raceResult(made))
      const version = published.log.current().version
      feed.cut()
      await until(() => stateOf(published) === 'lost', 'the feed is lost')
      await until(() => stateOf(published) === 'heard', 'the feed is heard again')
      feed.say(['$F,9999,"00:00:00","14:09:00","00:06:00","Finish"'])
      await until(() => published.publisher.state().warnings.length === 0, 'no warning')
      expect(published.log.current().version).toBe(version)
      for (const [index, state] of states.entries()) {
        if (index === 0) continue
        const [before, after] = [states[index - 1], state].map((one) =>
          JSON.stringify([one?.event, ...(one?.drivers ?? [])]),
        )
        expect(after).not.toBe(before)
        for (const { driver_name, published_laps: laps } of state.drivers.values()) {
          const lapsBefore = states[index - 1]?.drivers.get(driver_name)?.published_laps ?? 0
          expect(Number(laps ?? 0)).toBeGreaterThanOrEqual(Number(lapsBefore))
        }
      }
    },
  )
})

test('given the clock of a feed every second, when nothing else comes, then no version is published', async () => {
  const published = await publishFeed('laps_then_time')
  const { feed, log } = published
  feed.greetWith(() => textsOf(kartSession({ count: 3, duration: 60 })))
  await until(() => log.current().drivers.size === 3, 'the list')
  const { version } = log.current()
  let passes = 0
  published.publisher.subscribe(() => {
    passes += 1
  })
  for (let second = 10; second < 40; second += 1) feed.say([`$F,9999,"00:00:00","14:09:${second}","00:06:00","Finish"`])
  await until(() => passes >= 1, 'a look')
  expect(log.current().version).toBe(version)
})

test('given a practice whose scoring is changed to a race, when it is saved, then places follow the other rule', async () => {
  const made = kartSession({ count: 4, duration: 120, seed: 5 })
  const published = await publishFeed('best_lap')
  // The feed has had no time to be heard.
  expect(published.publisher.state().problems).toEqual([])
  published.feed.greetWith(() => textsOf(made))
  await shows(published, bestResult(made))
  await published.saveEvent('laps_then_time')
  await shows(published, raceResult(made))
})

test('given another address in event.yaml, when it is saved, then the first connection is closed and the list stays', async () => {
  const made = kartSession({ count: 3, duration: 60 })
  const published = await publishFeed('laps_then_time')
  published.feed.greetWith(() => textsOf(made))
  await shows(published, raceResult(made))
  const other = await startFeedServer()
  onTestFinished(() => other.stop())
  await published.saveEvent('laps_then_time', other.address)
  await until(() => published.feed.connections() === 0 && other.connections() === 1, 'the other connection')
  await until(() => published.publisher.state().problems.some(({ code }) => code === 'source_unheard'), 'the problem')
  expect(published.publisher.state().problems[0]?.message).toBe(`karts: nothing was heard from ${other.address} yet.`)
  expect(placesOf(published.log.current())).toEqual(raceResult(made))
})
