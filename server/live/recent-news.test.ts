import { expect, test } from 'vitest'
import { startLiveServer } from './live.fixture.ts'
import { followNews } from './recent-news.ts'

test('remembers the runs of what is published, the newest first, and that a first list is no news', async () => {
  const server = await startLiveServer()
  const news = followNews(server.log)
  const [ann, bob] = [{ driver_name: 'Ann' }, { driver_name: 'Bob' }]
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  await server.publish([ann, bob])
  await settled()
  await server.publish([{ ...ann, runs: ['40.000'] }, bob])
  await settled()
  const version = await server.publish([
    { ...ann, runs: ['40.000'] },
    { ...bob, runs: ['39.000'] },
  ])
  await settled()
  expect(news.current().map(({ driver_name, text }) => [driver_name, text])).toEqual([
    ['Bob', '39.000'],
    ['Ann', '40.000'],
  ])
  expect(news.current()[0]).toMatchObject({ version, at: server.log.current().at, after: { position: { place: 1 } } })
  news.stop()
  await server.publish([bob])
  await settled()
  expect(news.current()).toHaveLength(2)
  await server.stop()
})
