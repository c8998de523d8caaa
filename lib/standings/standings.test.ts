import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import type { Position } from '../scoring/ranking.ts'
import { standingsOf } from './create-standings.ts'
import type { Standing } from './standing.ts'

type Entry = readonly [name: string, className: string, runs: Driver['runs'], rest?: Partial<Driver>]

function standingsFrom(entries: readonly Entry[], settings: Record<string, unknown> = {}) {
  const drivers = entries.map(([driver_name, className, runs = [], rest]): Driver => {
    return { driver_name, class: className, runs, ...rest }
  })
  return standingsOf(drivers, eventSchema.parse({ title: 'Test', ...settings }))
}

/** `1 Ann`, `2= Bob`, `Cid` (no position). */
function listed(rows: readonly Standing[] | undefined, position: (row: Standing) => Position | undefined) {
  return rows?.map((row) => {
    const at = position(row)
    return `${at ? `${at.place}${at.shared ? '=' : ''} ` : ''}${row.driver.driver_name}`
  })
}
const inClass = (rows: readonly Standing[] | undefined) => listed(rows, (row) => row.class_position)

describe('classes', () => {
  test('are in the order of the event, then unlisted ones in natural order, then entries without a class', () => {
    const entries: Entry[] = ['s10', 'STR', '', 'S9', 'AS', 'Zed'].map((code) => [`in ${code}`, code, ['40.0']])
    const classes = [{ code: 'STR', name: 'Street Touring R' }, { code: 'Empty' }, { code: 'as' }]
    const { classes: standing } = standingsFrom(entries, { classes })
    expect(standing.map(({ code }) => code)).toEqual(['STR', 'as', 'S9', 's10', 'Zed', ''])
    expect(standing.map(({ name }) => name)).toEqual(['Street Touring R', ...Array(5).fill(undefined)])
  })

  test('ss and SS are one class, in the spelling of the event, else in one that is the same for any list order', () => {
    const entries: Entry[] = [
      ['Ann', 'ss', ['41.0']],
      ['Bob', 'SS', ['40.0']],
      ['Cid', ' Ss', ['42.0']],
    ]
    const spelled = (settings = {}, list = entries) => {
      const { classes } = standingsFrom(list, settings)
      return classes.map(({ code, entries, ranked_by }) => [code, inClass(entries), ranked_by])
    }
    expect(spelled()).toEqual([['SS', ['1 Bob', '2 Ann', '3 Cid'], 'time']])
    expect(spelled({}, entries.toReversed())).toEqual(spelled())
    expect(spelled({ classes: [{ code: 'sS' }] })).toEqual([['sS', ['1 Bob', '2 Ann', '3 Cid'], 'time']])
    expect(standingsFrom(entries).by_name.get('Ann')?.class_code).toBe('SS')
  })

  test('entries without a time are last, by name, class and number, and have no position', () => {
    const { classes } = standingsFrom([
      ['Zed', 'SS', ['DNF']],
      ['Élan', 'SS', []],
      ['Ann', 'SS', ['45.0']],
      ['Key 10', 'SS', [''], { display_name: 'Same', number: '10' }],
      ['Key 9', 'SS', ['+RR'], { display_name: 'Same', number: '9' }],
      ['Bob', 'SS', ['40.0']],
    ])
    expect(inClass(classes[0]?.entries)).toEqual(['1 Bob', '2 Ann', 'Élan', 'Key 9', 'Key 10', 'Zed'])
    expect(classes[0]).toMatchObject({ ranked: 2, ranked_by: 'time' })
  })
})

describe('groups', () => {
  const classes = [
    { code: 'ds', index: 0.8 },
    { code: 'gs', index: 0.9 },
    { code: 'n', name: 'Novice' },
    { code: 'nds', group: 'n' },
    { code: 'ngs', group: 'n' },
  ]

  test('a group of several classes is ranked by indexed time', () => {
    const { classes: standing } = standingsFrom(
      [
        ['Ann', 'NGS', ['40.0']],
        ['Bob', 'nds', ['44.0']],
      ],
      { classes },
    )
    expect(standing).toHaveLength(1)
    expect(standing[0]).toMatchObject({ code: 'n', name: 'Novice', ranked_by: 'indexed' })
    expect(inClass(standing[0]?.entries)).toEqual(['1 Bob', '2 Ann'])
    expect(standing[0]?.entries[1]).toMatchObject({ class_code: 'n', gap_to_first: 800, gap_to_next: 800 })
  })

  test('the group of an entry overrides the group of its class, unless it is blank', () => {
    const entries: Entry[] = [
      ['Ann', 'nds', ['40.0'], { group: 'T' }],
      ['Bob', 'nds', ['40.0'], { group: ' ' }],
      ['Cid', '', ['40.0'], { group: 'gs' }],
    ]
    const { classes: standing } = standingsFrom(entries, { classes })
    expect(standing.flatMap(({ entries }) => entries).map((row) => [row.driver.driver_name, row.class_code])).toEqual([
      ['Cid', 'gs'],
      ['Bob', 'n'],
      ['Ann', 'T'],
    ])
    expect(standing.map(({ code, ranked_by }) => [code, ranked_by])).toEqual([
      ['gs', 'time'],
      ['n', 'indexed'],
      ['T', 'indexed'],
    ])
  })

  test('one entry from another class is enough to rank a class by indexed time', () => {
    const settings = {
      classes: [
        { code: 'SS', index: 0.9 },
        { code: 'AS', index: 0.8 },
      ],
    }
    const { classes: standing } = standingsFrom(
      [
        ['Ann', 'SS', ['40.0']],
        ['Bob', 'AS', ['41.0'], { group: 'ss' }],
      ],
      settings,
    )
    expect(standing.map(({ code }) => code)).toEqual(['SS'])
    expect(inClass(standing[0]?.entries)).toEqual(['1 Bob', '2 Ann'])
  })

  test('given an entry with a time but no index in a group, then the group is ranked by time, and the entry has no PAX position', () => {
    const { classes: standing, by_name } = standingsFrom(
      [
        ['Ann', 'nxx', ['30.0'], { group: 'n' }],
        ['Bob', 'nds', ['44.0']],
      ],
      { classes },
    )
    expect(standing[0]?.ranked_by).toBe('time')
    expect(inClass(standing[0]?.entries)).toEqual(['1 Ann', '2 Bob'])
    expect(by_name.get('Ann')).toMatchObject({
      total: 30_000,
      pax_position: undefined,
      raw_position: { place: 1 },
    })
    expect(by_name.get('Bob')).toMatchObject({ pax_position: { place: 1 }, raw_position: { place: 2 } })
  })

  test('given an entry without an index that has no time or does not count, then its group is ranked by indexed time', () => {
    for (const entry of [
      ['Ann', 'nxx', ['DNF'], { group: 'n' }],
      ['Ann', 'nxx', ['30.0'], { group: 'n', status: 'DSQ' }],
    ] satisfies Entry[]) {
      const { classes: standing } = standingsFrom([entry, ['Bob', 'nds', ['44.0']]], { classes })
      expect(standing[0]?.ranked_by).toBe('indexed')
    }
  })

  test('given entries of a smaller class that are ranked by time, then the class in which they compete is ranked by time', () => {
    const settings = {
      classes: [
        { code: 'SS', index: 0.9 },
        { code: 'AS', index: 0.8 },
      ],
    }
    const { classes: standing } = standingsFrom(
      [
        ['Ann', 'SS', ['40.0']],
        ['Bob', 'AS', ['41.0'], { group: 'ss', group_ranked_by: 'time' }],
      ],
      settings,
    )
    expect(standing.map(({ code, ranked_by }) => [code, ranked_by])).toEqual([['SS', 'time']])
    expect(inClass(standing[0]?.entries)).toEqual(['1 Ann', '2 Bob'])
  })

  test('a group that spells the own class differently leaves the class ranked by time', () => {
    const { classes: standing } = standingsFrom([['Ann', 'SS', ['40.0'], { group: 'ss' }]])
    expect(standing).toMatchObject([{ code: 'ss', ranked_by: 'time' }])
  })

  test('a listed group is ordered by its own index in the event', () => {
    const settings = { classes: [{ code: 'nds', group: 'N' }, { code: 'SS' }, { code: 'n', name: 'Novice' }] }
    const { classes: standing } = standingsFrom(
      [
        ['Ann', 'nds', []],
        ['Bob', 'SS', []],
      ],
      settings,
    )
    expect(standing).toMatchObject([{ code: 'SS' }, { code: 'n', name: 'Novice' }])
  })

  test('an unlisted group is ordered by its first class in the event', () => {
    const settings = { classes: [{ code: 'SS' }, { code: 'nds', group: 'N' }, { code: 'AS' }] }
    const { classes: standing } = standingsFrom(
      [
        ['Ann', 'AS', []],
        ['Bob', 'nds', []],
        ['Cid', 'SS', []],
      ],
      settings,
    )
    expect(standing.map(({ code }) => code)).toEqual(['SS', 'N', 'AS'])
  })
})

describe('positions', () => {
  const entries: Entry[] = [
    ['Dan', 'SS', ['42.0', '43.0']],
    ['Cid', 'SS', ['41.0', '45.0', '46.0']],
    ['Bob', 'SS', ['45.0', '41.0']],
    ['Ann', 'SS', ['40.0']],
  ]

  test('equal entries share a position, in order of their names, and the next position skips', () => {
    expect(inClass(standingsFrom(entries).classes[0]?.entries)).toEqual(['1 Ann', '2= Bob', '2= Cid', '4 Dan'])
  })

  test('a tie is broken by the next best run if the event says so, and a run beats no run', () => {
    const settings = { ties: 'next_best_run' }
    expect(inClass(standingsFrom(entries, settings).classes[0]?.entries)).toEqual(['1 Ann', '2 Cid', '3 Bob', '4 Dan'])
    const same: Entry[] = [['Eve', 'SS', ['46.0', '45.0', '41.0']], ...entries]
    expect(inClass(standingsFrom(same, settings).classes[0]?.entries)).toEqual([
      '1 Ann',
      '2= Cid',
      '2= Eve',
      '4 Bob',
      '5 Dan',
    ])
  })

  test('next best runs are compared by indexed time in the PAX ranking', () => {
    const classes = [
      { code: 'AS', index: 0.8 },
      { code: 'BS', index: 0.5 },
    ]
    const list: Entry[] = [
      ['Ann', 'AS', ['40.000', '41.000']],
      ['Bob', 'BS', ['64.000', '65.000']],
    ]
    const { pax, raw } = standingsFrom(list, { classes, ties: 'next_best_run' })
    expect(listed(pax, (row) => row.pax_position)).toEqual(['1 Bob', '2 Ann'])
    expect(listed(raw, (row) => row.raw_position)).toEqual(['1 Ann', '2 Bob'])
  })

  test('a tied sum of best runs is broken by the second runs of all courses, more of them first', () => {
    const list: Entry[] = [
      ['Ann', 'SS', [['40.0', '41.0'], ['50.0']]],
      [
        'Bob',
        'SS',
        [
          ['40.0', '60.0'],
          ['50.0', '90.0'],
        ],
      ],
    ]
    const settings = { scoring: 'sum_of_best' }
    expect(inClass(standingsFrom(list, settings).classes[0]?.entries)).toEqual(['1= Ann', '1= Bob'])
    expect(inClass(standingsFrom(list, { ...settings, ties: 'next_best_run' }).classes[0]?.entries)).toEqual([
      '1 Bob',
      '2 Ann',
    ])
  })

  test('PAX and raw rank the entries of all classes, without a position where a time or an index is missing', () => {
    const classes = [
      { code: 'AS', index: 0.8 },
      { code: 'BS', index: 0.7 },
    ]
    const list: Entry[] = [
      ['Ann', 'AS', ['40.000']],
      ['Bob', 'BS', ['42.000']],
      ['Cid', 'JA', ['30.000']],
      ['Dan', 'AS', ['DNF']],
    ]
    const { pax, raw } = standingsFrom(list, { classes })
    expect(listed(pax, (row) => row.pax_position)).toEqual(['1 Bob', '2 Ann', 'Cid', 'Dan'])
    expect(listed(raw, (row) => row.raw_position)).toEqual(['1 Cid', '2 Ann', '3 Bob', 'Dan'])
  })

  test('more courses, runs or laps rank before less time, without a gap between different numbers', () => {
    for (const scoring of ['sum_of_best', 'cumulative', 'laps_then_time']) {
      const list: Entry[] = [
        ['Ann', 'SS', [['30.0'], []]],
        ['Bob', 'SS', [['40.0'], ['50.0']]],
        ['Cid', 'SS', [['31.0'], ['DNF']]],
        ['Dan', 'SS', [['41.0'], ['50.0']]],
      ]
      const { classes, by_name } = standingsFrom(list, { scoring })
      expect(inClass(classes[0]?.entries)).toEqual(['1 Bob', '2 Dan', '3 Ann', '4 Cid'])
      expect(by_name.get('Ann')).toMatchObject({ gap_to_first: undefined, gap_to_next: undefined })
      expect(by_name.get('Cid')).toMatchObject({ gap_to_first: undefined, gap_to_next: 1_000 })
    }
  })
})

test('gaps are measured to the first and to the next position ahead; equal entries have equal gaps', () => {
  const { classes } = standingsFrom([
    ['Ann', 'SS', ['40.0']],
    ['Bob', 'SS', ['40.0']],
    ['Cid', 'SS', ['41.5']],
    ['Dan', 'SS', ['41.5']],
    ['Eve', 'SS', ['41.6']],
    ['Fay', 'SS', []],
  ])
  expect(classes[0]?.entries.map((row) => [row.gap_to_first, row.gap_to_next])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [1_500, 1_500],
    [1_500, 1_500],
    [1_600, 100],
    [undefined, undefined],
  ])
})

test('a tie that the next best run breaks has a gap of 0', () => {
  const entries: Entry[] = [
    ['Ann', 'SS', ['40.0', '41.0']],
    ['Bob', 'SS', ['40.0']],
  ]
  expect(standingsFrom(entries, { ties: 'next_best_run' }).by_name.get('Bob')).toMatchObject({
    gap_to_first: 0,
    gap_to_next: 0,
  })
})

describe('trophies', () => {
  const entries: Entry[] = [
    ['Ann', 'SS', ['40.0']],
    ['Bob', 'SS', ['41.0']],
    ['Cid', 'SS', ['41.0']],
    ['Dan', 'SS', ['42.0']],
    ['Eve', 'SS', []],
  ]
  const winners = (settings: Record<string, unknown>, list = entries) => {
    const [standing] = standingsFrom(list, settings).classes
    return {
      trophies: standing?.trophies,
      to: standing?.entries.flatMap((row) => (row.trophy ? [row.driver.driver_name] : [])),
    }
  }

  test('go to the top third of all entries, and to all that share the last of those positions', () => {
    expect(winners({})).toEqual({ trophies: 2, to: ['Ann', 'Bob', 'Cid'] })
  })

  test('go by the table of the event, or to no entry when the event says none', () => {
    expect(winners({ trophies: [1, 1, 1, 1, 4] })).toEqual({ trophies: 4, to: ['Ann', 'Bob', 'Cid', 'Dan'] })
    expect(winners({ trophies: [1] })).toEqual({ trophies: 1, to: ['Ann'] })
    expect(winners({ trophies: 'none' })).toEqual({ trophies: 0, to: [] })
  })

  test('are only for entries with a time, although all entries count for their number', () => {
    expect(
      winners({}, [
        ['Ann', 'SS', ['DNF']],
        ['Bob', 'SS', []],
      ]),
    ).toEqual({ trophies: 1, to: [] })
  })
})

describe('entries that do not count', () => {
  const classes = [
    { code: 'SS', index: 0.8 },
    { code: 'N' },
    { code: 'NSS', group: 'N' },
    { code: 'TO', name: 'Time only', index: 0.7, counts: false },
    { code: 'NTO', group: 'N', counts: false },
  ]
  const list: Entry[] = [
    ['Ann', 'SS', ['41.0']],
    ['Bob', 'to', ['40.0']],
    ['Cid', 'TO', ['39.0', '45.0']],
    ['Dan', 'TO', ['DNF']],
    ['Eve', 'SS', ['42.0']],
    ['Fay', 'TO', ['40.0']],
    ['Gus', 'SS', []],
  ]

  test('are ordered by time and have no position, gap or trophy, in any spelling of their class', () => {
    const { classes: standing } = standingsFrom(list, { classes })
    const only = standing.find(({ code }) => code === 'TO')
    expect(only).toMatchObject({ name: 'Time only', ranked: 0, trophies: 0, ranked_by: 'time' })
    expect(inClass(only?.entries)).toEqual(['Cid', 'Bob', 'Fay', 'Dan'])
    for (const row of only?.entries ?? []) {
      expect(row).toMatchObject({ counts: false, gap_to_first: undefined, gap_to_next: undefined, trophy: false })
    }
    expect(only?.entries[0]).toMatchObject({ total: 39_000, indexed: 27_300 })
  })

  test('are behind all entries with a position and before those without a time, and move no position', () => {
    const { pax, raw } = standingsFrom(list, { classes })
    const order = ['1 Ann', '2 Eve', 'Cid', 'Bob', 'Fay', 'Dan', 'Gus']
    expect(listed(raw, (row) => row.raw_position)).toEqual(order)
    expect(listed(pax, (row) => row.pax_position)).toEqual(order)
  })

  test('in a class of entries that count, they change neither its trophies nor its measure', () => {
    const guests: Entry[] = ['Hal', 'Ian', 'Joe', 'Kim'].map((name) => [name, 'NTO', ['30.0']])
    const { classes: standing } = standingsFrom([['Ann', 'N', ['41.0']], ['Bob', 'N', ['40.0']], ...guests], {
      classes,
    })
    expect(standing).toMatchObject([{ code: 'N', ranked: 2, trophies: 1, ranked_by: 'time' }])
    expect(inClass(standing[0]?.entries)).toEqual(['1 Bob', '2 Ann', 'Hal', 'Ian', 'Joe', 'Kim'])
    expect(standing[0]?.entries[1]).toMatchObject({ gap_to_first: 1_000 })
  })

  test('include an entry whose group is a class that does not count', () => {
    const { classes: standing, raw } = standingsFrom([['Ann', 'SS', ['41.0'], { group: 'to' }]], { classes })
    expect(standing).toMatchObject([{ code: 'TO', ranked: 0, ranked_by: 'time' }])
    expect(listed(raw, (row) => row.raw_position)).toEqual(['Ann'])
  })
})

describe('runs left', () => {
  test('are undefined when the event has no number of runs', () => {
    expect(standingsFrom([['Ann', 'SS', ['40.0']]]).by_name.get('Ann')?.runs_left).toBeUndefined()
  })

  test('ignore reruns and empty runs, and are never below 0', () => {
    const { by_name } = standingsFrom(
      [
        ['Ann', 'SS', ['40.0', 'DNF', '39.0+RRN', '']],
        ['Bob', 'SS', []],
        ['Cid', 'SS', ['1.0', '2.0', '3.0', '4.0', '5.0']],
      ],
      { runs_per_entry: 4 },
    )
    expect(['Ann', 'Bob', 'Cid'].map((name) => by_name.get(name)?.runs_left)).toEqual([2, 4, 0])
  })

  test('add up over all courses or days that any entry has', () => {
    const { by_name, courses } = standingsFrom(
      [
        ['Ann', 'SS', [['40.0', '41.0', '42.0', '43.0'], ['50.0']]],
        ['Bob', 'SS', ['40.0']],
      ],
      { runs_per_entry: 3 },
    )
    expect(courses).toBe(2)
    expect(['Ann', 'Bob'].map((name) => by_name.get(name)?.runs_left)).toEqual([2, 5])
  })
})

test('names of object properties such as __proto__ are ordinary names and classes', () => {
  const { by_name } = standingsFrom([
    ['__proto__', 'constructor', ['40.0']],
    ['constructor', '__proto__', ['41.0'], { group: 'toString' }],
  ])
  expect(by_name.get('__proto__')?.class_position).toEqual({ place: 1, shared: false })
  expect(by_name.get('constructor')?.class_code).toBe('toString')
})

test('an empty list has no classes, empty rankings and one course', () => {
  expect(standingsFrom([])).toMatchObject({ classes: [], pax: [], raw: [], courses: 1 })
})
