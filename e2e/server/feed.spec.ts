import { dumpAfter } from '../../testing/feed/dump-after.ts'
import { type FeedServer, startFeedServer } from '../../testing/feed/feed-server.ts'
import { kartSession } from '../../testing/feed/made-up-karts.ts'
import { expectLive, rowKeys, versionShown } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile({ environment: { GUARD_SECONDS: '1' } })

const template = `{% for entry in rmonitor("karts").entries -%}
{{ { driver_name: entry.name, class: entry.class, number: entry.number, runs: entry.runs,
  published_laps: entry.published_laps, published_total: entry.published_total, tie_order: entry.tie_order } | dump }}
{% endfor %}`

const race = kartSession({ count: 6, duration: 200, seed: 11 })
const lines = race.lines.map(({ line }) => line)
const names = new Map(
  race.dump
    .filter((line) => line.startsWith('$A,'))
    .map((line) => {
      const [, id = '', , , first = '', last = ''] = line
        .split(/,(?=")|,(?=\d+[,"])/)
        .map((part) => part.replace(/^"|"$/g, ''))
      return [id, `${first} ${last}`] as const
    }),
)
const order = race.finishers.map(({ id }) => names.get(id))

const clock = '$F,9999,"00:00:00","14:09:00","00:06:00","Finish"'

// The server is restarted.
test.use({ allowedTrouble: /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket/ })

let feed: FeedServer
let ticking: NodeJS.Timeout

test.beforeEach(async () => {
  feed = await startFeedServer()
  ticking = setInterval(() => feed.say([clock]), 1000)
})
test.afterEach(async () => {
  clearInterval(ticking)
  await feed.stop()
})

test('given a race over TCP that is cut and sent again, and a restart, then page and desk follow it and end with its order', async ({
  page,
  context,
}) => {
  let sent = 150
  feed.greetWith(() => lines.slice(0, sent))
  server.data.writeFile(
    'event.yaml',
    `title: Karts\nscoring: laps_then_time\nsources: { karts: { rmonitor: "${feed.address}" } }\n`,
  )
  server.data.writeFile('drivers.jsonl.njk', template)
  await page.goto(`${server.baseUrl}/live?view=raw`)
  await expect.poll(() => rowKeys(page)).toHaveLength(race.finishers.length)
  await expectLive(page)
  const desk = await context.newPage()
  await signIn(desk, server.baseUrl)
  const source = desk.locator('dt', { hasText: 'Source karts' }).locator('xpath=following-sibling::dd')
  const strip = desk.getByRole('region', { name: 'Pipeline' })
  await expect(source).toHaveText(/: connected, last line (just now|\d s ago)$/)

  await test.step('a cut is a warning at the desk, and the page keeps its list', async () => {
    const before = [await versionShown(page), await rowKeys(page)]
    await feed.stop()
    await expect(source).toContainText('no connection for')
    await expect(strip).toContainText('Publishing, with 1 warning')
    await expect(desk.getByText(`the connection to ${feed.address} is lost`)).toHaveCount(1)
    expect(server.process.stdout()).toContain('"code":"source_lost"')
    await feed.start()
    await expect(source).toContainText('connected')
    await expect(strip.getByRole('heading')).toHaveText('Publishing')
    expect([await versionShown(page), await rowKeys(page)]).toEqual(before)
  })

  await test.step('what comes then is shown, also after a restart of the server', async () => {
    feed.say(lines.slice(sent, 220))
    sent = 220
    await server.restart()
    await expectLive(page)
    feed.say(lines.slice(sent))
    sent = lines.length
    await expect.poll(() => rowKeys(page)).toEqual(order)
  })

  await test.step('a connection that brings nothing new makes no version', async () => {
    const version = await versionShown(page)
    feed.greetWith(() => dumpAfter(race, lines.length))
    await feed.stop()
    await expect(strip).toContainText('Publishing, with 1 warning')
    await feed.start()
    await expect(strip.getByRole('heading')).toHaveText('Publishing')
    expect(await versionShown(page)).toBe(version)
  })

  await desk.close()
  const answer = await fetch(`${server.baseUrl}/live/results.json`)
  expect(await answer.text()).not.toContain(feed.address)
})
