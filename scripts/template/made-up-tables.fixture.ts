import fc from 'fast-check'

/** An entry of a made-up table, its runs in the sport's notation. */
export interface MadeUpEntry {
  readonly first: string
  readonly last: string
  readonly class: string
  readonly number: string
  readonly car: string
  readonly runs: readonly string[]
}

/** A made-up table: its entries, the lines of its text, and the headings of columns that are personal. */
export interface MadeUpTable {
  readonly entries: readonly MadeUpEntry[]
  readonly separator: string
  readonly title: readonly string[]
  readonly columns: readonly MadeUpColumn[]
}

interface MadeUpColumn {
  readonly heading: string
  readonly cell: (entry: MadeUpEntry, index: number) => string
  readonly isPersonal?: boolean
}

// cspell:disable: headings of many languages
const headings = {
  first: ['First Name', 'FirstName', 'Vorname', 'Given Name'],
  last: ['Last Name', 'LastName', 'Nachname', 'Surname'],
  name: ['Name', 'Driver', 'DRIVER NAME', 'Fahrer', 'Pilote', 'Competitor'],
  class: ['Class', 'Klasse', 'class', 'Category', 'Cls.'],
  number: ['Number', 'No.', '#', 'Car #', 'Car No', 'Startnummer', 'Bib'],
  car: ['Car', 'Car Model', 'Vehicle', 'Fahrzeug'],
  run: ['Run #', 'Lap #', 'Lauf #', '#. Lauf', 'Run#', 'Attempt #'],
}
// cspell:enable

const entry: fc.Arbitrary<MadeUpEntry> = fc.record({
  first: fc.constantFrom('Ada', 'Bo', 'José', 'Kiko', 'Wil', 'Zoë', 'Ian', 'Una'),
  last: fc.constantFrom('Lund', 'Rask', 'Ibáñez', 'O’Malley', 'van Dam', 'Sjögren', 'Lee-Ort'),
  class: fc.constantFrom('STR', 'H1', 'P-STS', '2.0'),
  number: fc.integer({ min: 1, max: 999 }).map(String),
  car: fc.constantFrom('2006 Mazda MX-5', '1999 Honda Civic', '2015 Ford Fiesta ST', '1985 BMW 325e'),
  runs: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 30_000, max: 99_999 }).map((ms) => (ms / 1000).toFixed(3)) },
      fc
        .tuple(fc.integer({ min: 30_000, max: 99_999 }), fc.integer({ min: 1, max: 4 }))
        .map(([ms, cones]) => `${(ms / 1000).toFixed(3)}+${cones}`),
      fc.constantFrom('DNF', 'OFF'),
    ),
    { maxLength: 5 },
  ),
})

export const madeUpEntries: fc.Arbitrary<MadeUpEntry[]> = fc.uniqueArray(entry, {
  minLength: 10,
  maxLength: 20,
  comparator: (a, b) => `${a.first} ${a.last}` === `${b.first} ${b.last}` || a.number === b.number,
})

const personal: readonly MadeUpColumn[] = [
  { heading: 'Member No', cell: (_, index) => `${4400 + index}`, isPersonal: true },
  { heading: 'E-Mail', cell: (one) => `${one.number}@example.org`, isPersonal: true },
  { heading: 'Reachable', cell: (_, index) => `+1 207 555 01${10 + index}`, isPersonal: true },
  { heading: 'Born', cell: (_, index) => `1987-03-${10 + index}`, isPersonal: true },
  { heading: 'Paid', cell: () => 'yes', isPersonal: true },
]
const others: readonly MadeUpColumn[] = [
  { heading: 'Pos', cell: (_, index) => `${index + 1}` },
  { heading: 'Diff', cell: () => '+0.430' },
  { heading: 'Tire', cell: (_, index) => (index % 2 === 0 ? 'Falken' : 'Yokohama') },
]

const some = <T>(list: readonly T[]) => fc.constantFrom(...list)

/** Tables with headings, orders, separators and titles as clubs have them. */
export const madeUpTables: fc.Arbitrary<MadeUpTable> = fc
  .record({
    entries: madeUpEntries,
    separator: some([',', ';', '\t', '|']),
    title: fc.oneof(fc.constant([]), fc.constant(['Club Slalom, round 3', 'Printed 14:02', ''])),
    isSplit: fc.boolean(),
    isTurned: fc.boolean(),
    isApart: fc.boolean(),
    names: fc.record({
      first: some(headings.first),
      last: some(headings.last),
      name: some(headings.name),
      class: some(headings.class),
      number: some(headings.number),
      car: some(headings.car),
      run: some(headings.run),
    }),
    renamed: fc.option(some(['name', 'class', 'car'] as const), { nil: undefined }),
    extra: fc.subarray([...personal, ...others]),
    order: fc.infiniteStream(fc.nat(1000)),
  })
  .map(({ entries: list, separator, title, isSplit, isTurned, isApart, names, renamed, extra, order }) => {
    const named = renamed === undefined ? names : { ...names, [renamed]: 'Kol A' }
    const identity = [
      ...(isSplit
        ? [
            { heading: named.first, cell: (one: MadeUpEntry) => one.first },
            { heading: named.last, cell: (one: MadeUpEntry) => one.last },
          ]
        : [{ heading: named.name, cell: nameCell(isTurned) }]),
      { heading: named.class, cell: (one: MadeUpEntry) => one.class },
      { heading: named.number, cell: (one: MadeUpEntry) => one.number },
      { heading: named.car, cell: (one: MadeUpEntry) => one.car },
      ...extra,
    ]
    const shuffled = identity
      .map((column) => ({ column, at: order.next().value as number }))
      .sort((a, b) => a.at - b.at)
    const columns = [...shuffled.map(({ column }) => column), ...runColumns(list, named.run, isApart)]
    return { entries: list, separator, title, columns }
  })

function nameCell(isTurned: boolean): MadeUpColumn['cell'] {
  return ({ first, last }) => (isTurned ? `${last}, ${first}` : `${first} ${last}`)
}

/** A column for each run, or two, with the penalty apart. At least one, with at least one time. */
function runColumns(list: readonly MadeUpEntry[], heading: string, isApart: boolean): readonly MadeUpColumn[] {
  const count = Math.max(1, ...list.map(({ runs }) => runs.length))
  return Array.from({ length: count }, (_, index) => index).flatMap((index): readonly MadeUpColumn[] => {
    const called = heading.replace('#', String(index + 1))
    const run = ({ runs }: MadeUpEntry) => runs[index] ?? ''
    const parts = (text: string) => (/^[A-Z]/.test(text) ? ['', text] : text.split('+'))
    if (!isApart) return [{ heading: called, cell: run }]
    return [
      { heading: called, cell: (one) => parts(run(one))[0] ?? '' },
      { heading: `Pen ${index + 1}`, cell: (one) => parts(run(one))[1] ?? '' },
    ]
  })
}

/** The text of a table; a field with a separator in it has quotes. */
export function tableText({ entries: list, separator, title, columns }: MadeUpTable): string {
  const quoted = (field: string) => (field.includes(separator) ? `"${field}"` : field)
  const line = (fields: readonly string[]) => `${fields.map(quoted).join(separator)}\n`
  return [
    ...title.map((one) => `${one}\n`),
    line(columns.map(({ heading }) => heading)),
    ...list.map((one, index) => line(columns.map(({ cell }) => cell(one, index)))),
  ].join('')
}
