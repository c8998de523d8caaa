import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { silentDesk } from '../desk/desk-state.ts'
import { initialLiveState, type LiveState } from '../live/live-store.ts'
import { liveStateOf } from '../server-api/page-data.ts'
import { pick } from '../sync/properties/lists.fixture.ts'
import { logCalled, whole } from '../sync/properties/logs.fixture.ts'
import { emptyReplica, receiveAll } from '../sync/replica.ts'
import { live, memoryStorage, run } from './offline.fixture.ts'
import { readFromStorage, saveToStorage } from './offline-storage.ts'
import { sealText } from './sealed-text.ts'

async function savedStorage(state: LiveState = live) {
  const storage = memoryStorage()
  await saveToStorage(storage, state, [run])
  return storage
}

describe('a saved list', () => {
  test('is read as a page with the same list, news and age that is offline from the start', async () => {
    const page = await readFromStorage(await savedStorage())
    expect(page?.news).toEqual([run])
    expect(page && liveStateOf(page)).toEqual({ ...live, connection: 'offline' })
  })

  test('of a server whose desk never said anything has nothing of the desk', async () => {
    const storage = await savedStorage({ ...live, desk: silentDesk })
    expect(storage.texts.get('list')).not.toMatch('desk')
    expect((await readFromStorage(storage))?.desk).toBeUndefined()
  })

  test('gets what the desk said later, without being written again', async () => {
    const storage = await savedStorage()
    const list = storage.texts.get('list')
    await saveToStorage(storage, { ...live, heardAt: 9000, desk: { version: 5, screens: [] } }, [run])
    expect(storage.texts.get('list')).toBe(list)
    expect((await readFromStorage(storage))?.desk).toEqual({ version: 5, screens: [] })
  })

  test('gets the newer freshness that was saved for the same version, without being written again', async () => {
    const storage = await savedStorage()
    const list = storage.texts.get('list')
    await saveToStorage(storage, { ...live, heardAt: 9000, stalledSince: 8000 }, [run])
    expect(storage.texts.get('list')).toBe(list)
    const page = await readFromStorage(storage)
    expect(page).toMatchObject({ freshness: { stalled_since: 8000, source_at: 950 }, offline: { heardAt: 9000 } })
  })

  test.each([
    ['another version', { replica: { ...live.replica, version: 8 } }],
    ['another log', { replica: { ...live.replica, log: 'b' } }],
    ['another content of the same version', { replica: { ...live.replica, hash: 'ba9876543210' } }],
    ['an earlier time', { heardAt: 4000 }],
  ])('keeps its own freshness when the saved freshness has %s', async (_, change) => {
    const [storage, other] = [await savedStorage(), await savedStorage({ ...live, heardAt: 9000, ...change })]
    storage.texts.set('freshness', other.texts.get('freshness') ?? '')
    expect(await readFromStorage(storage)).toMatchObject({ offline: { heardAt: 5000 } })
  })

  test('keeps an entry that is named __proto__', async () => {
    const odd = { driver_name: '__proto__', runs: [] }
    const drivers = new Map([[odd.driver_name, odd]])
    const storage = await savedStorage({ ...live, replica: { ...live.replica, drivers } })
    expect((await readFromStorage(storage))?.list.data.drivers).toEqual([odd])
  })
})

describe('the offline list is undefined', () => {
  test('when nothing is saved', async () => {
    expect(await readFromStorage(memoryStorage())).toBeUndefined()
  })

  test('when the saved text is cut off at any character', async () => {
    const storage = await savedStorage()
    const text = storage.texts.get('list') ?? ''
    for (let end = 0; end < text.length; end += 1) {
      storage.texts.set('list', text.slice(0, end))
      expect(await readFromStorage(storage)).toBeUndefined()
    }
  })

  test('when any character of the saved text is changed', async () => {
    const storage = await savedStorage()
    const text = storage.texts.get('list') ?? ''
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === '1' ? '2' : '1'
      storage.texts.set('list', `${text.slice(0, at)}${other}${text.slice(at + 1)}`)
      expect(await readFromStorage(storage)).toBeUndefined()
    }
  })

  test('when a sealed text has a field that does not match the schema', async () => {
    const storage = await savedStorage()
    const text = storage.texts.get('list')?.replace(/^.*\n/, '') ?? ''
    for (const [ours, theirs] of [
      ['"version":7', '"version":"7"'],
      ['"log":"a"', '"log":null'],
      ['"action":"all_drivers"', '"action":"update_drivers"'],
      ['"40.434"]', '[["40.434"]]]'],
      ['"kind":"run"', '"kind":"walk"'],
      ['"heard_at":5000', '"heard_at":"noon"'],
      // The freshness of another version.
      ['"freshness":{"version":7', '"freshness":{"version":8'],
      ['{', '['],
    ] as const) {
      expect(text).toContain(ours)
      storage.texts.set('list', await sealText(text.replace(ours, theirs)))
      expect(await readFromStorage(storage), theirs).toBeUndefined()
    }
    storage.texts.set('list', await sealText(text))
    expect(await readFromStorage(storage)).toBeDefined()
  })

  test('when the saved text is in the format of 0.1.0, sealed or not', async () => {
    const storage = memoryStorage()
    for (const text of [listOf010, await sealText(listOf010)]) {
      storage.texts.set('list', text).set('freshness', heardOf010)
      expect(await readFromStorage(storage)).toBeUndefined()
    }
  })
})

test('a list with damaged saved freshness is as fresh as when the list was saved', async () => {
  const storage = await savedStorage()
  await saveToStorage(storage, { ...live, heardAt: 9000, sourceAt: 8000 }, [run])
  const text = storage.texts.get('freshness') ?? ''
  for (const damaged of [heardOf010, text.replace('9000', '9999'), text.slice(0, -1), '']) {
    storage.texts.set('freshness', damaged)
    const page = await readFromStorage(storage)
    expect(page).toMatchObject({ freshness: { source_at: 950 }, offline: { heardAt: 5000 } })
  }
})

test('a list without a hash is not saved', async () => {
  const { texts } = await savedStorage({ ...live, replica: { ...live.replica, hash: undefined } })
  expect(texts.size).toBe(0)
})

test.each([0, 1])('after write %i fails, the next save writes the whole list', async (failing) => {
  let writes = 0
  const storage = memoryStorage(() => writes++ !== failing)
  await expect(saveToStorage(storage, live, [run])).rejects.toThrow('full')
  await saveToStorage(storage, live, [run])
  expect(await readFromStorage(storage)).toMatchObject({
    list: { data: { version: 7 } },
    offline: { heardAt: 5000 },
  })
  expect(writes).toBe(failing + 3)
})

const moment = fc.record({
  version: fc.nat(7),
  log: fc.boolean(),
  heardAt: fc.nat(9),
  stalledSince: fc.option(fc.nat(9), { nil: undefined }),
  connection: fc.constantFrom('live', 'offline', 'behind'),
  clockOffset: fc.integer({ min: -3, max: 3 }),
})

test('whichever writes fail, a read list is one that was saved, with a freshness that was saved for it', async () => {
  const logs = fc.tuple(logCalled('first'), logCalled('second'))
  const moments = fc.array(moment, { maxLength: 8 })
  const writes = fc.array(fc.boolean(), { maxLength: 12 })
  let read = 0
  await fc.assert(
    fc.asyncProperty(logs, moments, writes, async ([first, second], moments, writes) => {
      const failures = writes.values()
      const storage = memoryStorage(() => !failures.next().value)
      const states = moments.map(({ version, log, ...rest }): LiveState => {
        const replica = receiveAll(emptyReplica, whole(pick(log ? first : second, version)))
        return { ...initialLiveState, replica, sourceAt: replica.sourceAt, ...rest }
      })
      for (const state of states) await saveToStorage(storage, state, []).catch(() => undefined)
      const page = await readFromStorage(storage)
      if (!page) return
      read += 1
      const shown = liveStateOf(page)
      const possible = states.map((state) => ({ ...state, connection: 'offline' }))
      expect(possible).toContainEqual(shown)
    }),
    { numRuns: 1000 },
  )
  expect(read).toBeGreaterThan(100)
})

// Written by 0.1.0 under /kept/list and /kept/heard.
const listOf010 = [
  '{"log":"a","version":7,"at":1000,"drivers":[{"driver_name":"Joan Zielinski","class":"SS",',
  '"runs":["40.434"],"heat":2}],"event":{"title":"Points Autocross 4","state":"unofficial",',
  '"scoring":"best_run","drop_slowest":0,"penalties":{"cone_seconds":2,"gate_seconds":10},"ties":"shared",',
  '"index_applies_to":"total","index_rounding":"truncate","trophies":"third","time_format":"seconds",',
  '"classes":[],"columns":[]},"hash":"0123456789ab","news":[{"version":7,"at":1000,',
  '"driver_name":"Joan Zielinski","kind":"run","course":0,"run":0,"text_before":"","text":"40.434",',
  '"before":{},"after":{"total":40434,"position":{"place":1,"shared":false}}}],"heard":{"log":"a",',
  '"version":7,"heard_at":5000,"clock_offset":-20,"source_at":900}}',
].join('')
const heardOf010 = '{"log":"a","version":7,"heard_at":5000,"clock_offset":-20,"source_at":900}'
