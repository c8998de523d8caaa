import { expect, test } from 'vitest'
import { entryNotes } from './entry-notes.ts'
import { createMarkedRuns } from './marked-runs.ts'
import { newsBetween, withNews } from './news.ts'
import { standingsOf, type TestEntry } from './stand.fixture.ts'

/** Lists one after the other, a minute apart, and the notes of the last. */
function after(...lists: readonly (readonly TestEntry[])[]) {
  const all = lists.map((entries) => standingsOf(entries).all)
  const news = all.reduce<ReturnType<typeof newsBetween>>((known, later, index) => {
    const before = all[index - 1]
    return before ? withNews(known, newsBetween(before, later, index, index * 60_000)) : known
  }, [])
  const last = all.at(-1)
  if (!last) throw new Error('A list, please.')
  return { marked: createMarkedRuns()(last), news, now: (lists.length - 1) * 60_000 }
}

const bob: TestEntry = ['Bob', 'SS', ['41.000']]

test('a run that was corrected says what it was and when; one that was taken away, or driven anew, says nothing', () => {
  const { marked, news, now } = after(
    [['Ann', 'SS', ['42.000', '43.000', '44.000']], bob],
    [['Ann', 'SS', ['42.000+1', '', '44.000']], bob],
    [['Ann', 'SS', ['42.000+2', '45.000', '']], bob],
  )
  expect(entryNotes(marked, news, now).get('Ann')?.runs).toEqual([
    { course: 0, run: 0, marks: [], corrected: { before: '42.000+1', at: 120_000 } },
  ])
})

test('a corrected run can be the fastest, too, and a new one says what it brought', () => {
  const { marked, news, now } = after(
    [['Ann', 'SS', ['40.000+1']], bob],
    [['Ann', 'SS', ['40.000']], bob],
    [
      ['Ann', 'SS', ['40.000']],
      ['Bob', 'SS', ['41.000', '39.000']],
    ],
  )
  const notes = entryNotes(marked, news, now)
  expect(notes.get('Ann')).toMatchObject({ runs: [{ marks: [], corrected: { before: '40.000+1' } }] })
  expect(notes.get('Bob')).toMatchObject({
    runs: [{ run: 1, marks: ['fastest', 'best_in_class'] }],
    progress: { places: 1, better: 2000 },
  })
})

test('a run that is corrected once more says so, in notes that are others', () => {
  const lists: readonly (readonly TestEntry[])[] = ['42.000', '42.000+1', '42.000+2'].map((run) => [
    ['Ann', 'SS', [run]],
    bob,
  ])
  const [first, second] = [after(...lists.slice(0, 2)), after(...lists)]
  const notes = entryNotes(first.marked, first.news, first.now)
  const later = entryNotes(second.marked, second.news, second.now, notes)
  expect(later.get('Ann')?.runs).toMatchObject([{ corrected: { before: '42.000+1', at: 120_000 } }])
})

test('marks count that others took away, and corrections that are too long ago to be known do not', () => {
  const ann: TestEntry = ['Ann', 'SS', ['40.000', '41.000']]
  const { marked, news, now } = after([['Ann', 'SS', ['40.500']], bob], [['Ann', 'SS', ['40.000']], bob], [ann, bob])
  expect(entryNotes(marked, news, now).get('Ann')?.runs).toMatchObject([
    { marks: ['fastest', 'best_in_class'], corrected: { before: '40.500' } },
  ])
  expect(entryNotes(marked, news.slice(0, 1), now).get('Ann')?.runs).toMatchObject([{ corrected: undefined }])
  const beaten = after([ann, ['Bob', 'SS', ['39.000']]])
  expect(entryNotes(beaten.marked, news.slice(0, 1), now).get('Ann')).toBeUndefined()
})

test('notes that say the same are the same', () => {
  const { marked, news, now } = after([['Ann', 'SS', ['40.000']], bob], [['Ann', 'SS', ['40.000', '39.000']], bob])
  const first = entryNotes(marked, news, now)
  const second = entryNotes(marked, news, now + 1000, first)
  expect(second.get('Ann')).toBe(first.get('Ann'))
  const later = entryNotes(marked, news, now + 3_600_000, second)
  expect(later.get('Ann')).not.toBe(first.get('Ann'))
  expect(later.get('Ann')?.progress).toBeUndefined()
})
