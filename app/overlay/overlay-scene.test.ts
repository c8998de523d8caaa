import { describe, expect, test } from 'vitest'
import { newsBetween } from '../../lib/day/news.ts'
import { readOverlay } from '../../lib/reader/overlay-choice.ts'
import { parametersOf } from '../../lib/reader/view-state.ts'
import { type TestEntry, testStandings } from '../../lib/standings/test-standings.fixture.ts'
import { overlayScene } from './overlay-scene.ts'

const before: readonly TestEntry[] = [
  ['Ann', 'SS', ['40.000'], { number: '1', run_order: 1 } as NonNullable<TestEntry[3]>],
  ['Bob', 'SS', ['41.000'], { number: '2', run_order: 2 } as NonNullable<TestEntry[3]>],
  ['Çelik Özgür', 'STR', ['42.000']],
  ['Dan (STR 4)', 'STR', ['43.000'], { display_name: 'Dan' }],
  ['Dan (XS 5)', 'XS', [], { display_name: 'Dan' }],
]
const driven = (name: string, runs: readonly string[], list = before): readonly TestEntry[] =>
  list.map((entry) => (entry[0] === name ? [entry[0], entry[1], [...runs], entry[3] ?? {}] : entry))

/** What the overlay with this query shows after the lists, one after the other. */
function scene(query: string, ...lists: readonly (readonly TestEntry[])[]) {
  const all = [before, ...lists].map((list) => testStandings(list).all)
  const news = all.flatMap((now, index) => {
    const old = all[index - 1]
    return old ? newsBetween(old, now, index, index * 1000) : []
  })
  const choice = readOverlay(parametersOf(new URLSearchParams(query)))
  const { last, row, top, notes } = overlayScene(choice, all.at(-1) ?? testStandings([]).all, news.reverse())
  return {
    last: last && `${last.standing.driver.driver_name} ${last.newest.text}`,
    row: row && `${row.kind} ${row.standing.driver.driver_name}`,
    top: top && `${top.group.code}: ${top.rows.map(({ driver }) => driver.driver_name).join(', ')}`,
    notes: notes.join(' '),
  }
}

const bobDrives = driven('Bob', ['41.000', '39.500'])
const celikDrives = driven('Çelik Özgür', ['42.000', '44.000'], bobDrives)

describe('the last run', () => {
  test('given two runs, then it is the newer one, and nothing is noted', () => {
    expect(scene('', bobDrives, celikDrives)).toMatchObject({ last: 'Çelik Özgür 44.000', notes: '' })
  })

  test('given a correction since, then it has the corrected text', () => {
    expect(scene('', bobDrives, driven('Bob', ['41.000', '39.500+1'])).last).toBe('Bob 39.500+1')
  })

  test('given a correction of an older run, then the last run stays', () => {
    expect(scene('', bobDrives, driven('Ann', ['40.000+1'], bobDrives)).last).toBe('Bob 39.500')
  })

  test('given that it was taken away, then it is the run before', () => {
    expect(scene('', bobDrives, celikDrives, driven('Çelik Özgür', ['42.000'], celikDrives)).last).toBe('Bob 39.500')
  })

  test('given no run yet, then the overlay says so', () => {
    expect(scene('')).toMatchObject({ last: undefined, notes: 'The next run shows here.' })
  })
})

describe('one driver', () => {
  test.each([
    ['Dan (STR 4)', 'named Dan (STR 4)'],
    ['çelik özgür', 'named Çelik Özgür'],
    ['celik ozgur', 'named Çelik Özgür'],
  ])('given driver=%s, then it is %s', (driver, row) => {
    expect(scene(`show=row&driver=${driver}`)).toMatchObject({ row, notes: '' })
  })

  test.each(['Nobody', 'Dan', '__proto__'])('given driver=%s, which nobody or two have, then it says so', (driver) => {
    const notes = `No entry, or more than one, is called “${driver}”.`
    expect(scene(`show=row&driver=${driver}`)).toMatchObject({ row: undefined, notes })
  })

  test('given no name, then it is the next in run order, and without an order the one that drove last', () => {
    expect(scene('show=row', driven('Ann', ['40.000', '40.100'])).row).toBe('next Bob')
    expect(scene('show=row', celikDrives).row).toBe('last Çelik Özgür')
    expect(scene('show=row')).toMatchObject({ row: undefined, notes: 'The next driver shows here.' })
  })
})

describe('the first of a class', () => {
  test('given no class, then it is the one that last drove, and before that the first with a time', () => {
    expect(scene('show=top', bobDrives, celikDrives).top).toBe('STR: Çelik Özgür, Dan (STR 4)')
    expect(scene('show=top')).toMatchObject({ top: 'SS: Ann, Bob', notes: '' })
  })

  test('given a class in any case and a number, then so many of it', () => {
    expect(scene('show=top&class=ss&top=1', celikDrives)).toMatchObject({ top: 'SS: Bob', notes: '' })
  })

  test('given a class that is not there, then it says so, and which there are', () => {
    const notes = 'There is no class “XX”. Classes: SS, STR, XS.'
    expect(scene('show=top&class=XX')).toMatchObject({ top: undefined, notes })
  })

  test('given a class in which nobody has a time, then it says so', () => {
    expect(scene('show=top&class=XS').notes).toBe('Nobody in XS has a place yet.')
  })
})

test('given parts that are not asked for, then there is nothing of them, and nothing is said of them', () => {
  expect(scene('show=top', bobDrives)).toMatchObject({ row: undefined, notes: '' })
  expect(scene('show=message')).toMatchObject({ row: undefined, top: undefined, notes: '' })
})

test('given words that mean nothing, then the overlay names them and what there is', () => {
  const { notes } = scene('show=last,plates&top=0&stale=no&seconds=x&clas=SS', bobDrives)
  expect(notes).toContain('“show” has no part “plates”, but last, row, top, message.')
  expect(notes).toContain('“top” is a number from 1 to 20, not “0”.')
  expect(notes).toContain('“seconds” is a number from 1 to 600, not “x”.')
  expect(notes).toContain('“stale” is say or hide, not “no”.')
  expect(notes).toContain('“clas” means nothing here')
})

test('given no entries, then that is all that is said', () => {
  const choice = readOverlay(parametersOf(new URLSearchParams('show=last,row,top&class=SS&driver=Ann')))
  expect(overlayScene(choice, testStandings([]).all, []).notes).toEqual(['There are no entries yet.'])
})
