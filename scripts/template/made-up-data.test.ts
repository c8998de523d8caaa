import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { MadeUpEntry } from './made-up-tables.fixture.ts'
import { madeUpEntries } from './made-up-tables.fixture.ts'
import { driversOf, entriesOf, proposedList } from './proposed-list.fixture.ts'

type Data = Readonly<Record<string, unknown>>

const [time, penalty] = [
  (run: string) => (/^\d/.test(run) ? Number(run.split('+')[0]) : null),
  (run: string) => (/^\d/.test(run) ? Number(run.split('+')[1] ?? 0) : run),
]
const word = (run: string) => (/^\d/.test(run) ? (run.includes('+') ? 'dirty' : 'clean') : run.toLowerCase())

/** Ways to write the runs of an entry, as programs do. */
const runShapes: Readonly<Record<string, (runs: readonly string[]) => Data>> = {
  texts: (runs) => ({ runs }),
  pairs: (runs) => ({ runs: runs.map((run) => [time(run), penalty(run)]) }),
  triples: (runs) => ({
    runs: runs.map((run) => [time(run), typeof penalty(run) === 'number' ? penalty(run) : 0, word(run)]),
  }),
  objects: (runs) => ({
    runs: runs.map((run) => ({
      time: time(run),
      cones: typeof penalty(run) === 'number' ? penalty(run) : 0,
      status: word(run),
    })),
  }),
  flags: (runs) => ({
    passes: runs.map((run) => ({
      raw: time(run) ?? 41,
      pylons: typeof penalty(run) === 'number' ? penalty(run) : 0,
      dnf: time(run) === null,
    })),
  }),
  columns: (runs) =>
    Object.fromEntries(
      runs.flatMap((run, at) => [
        [`Run ${at + 1}`, time(run) ?? ''],
        [`Pen ${at + 1}`, penalty(run)],
      ]),
    ),
}

/** Ways to write who an entry is. */
const identities: Readonly<Record<string, (one: MadeUpEntry) => Data>> = {
  flat: ({ first, last, class: code, number }) => ({
    driverName: `${first} ${last}`,
    class: code,
    carNumber: Number(number),
  }),
  split: ({ first, last, class: code, number }) => ({ firstName: first, lastName: last, classCode: code, number }),
  nested: ({ first, last, class: code, number }) => ({
    driver: { firstName: first, lastName: last, email: `${number}@example.org` },
    car: { number, class: code },
  }),
}

/** Ways to put records into data. */
const wholes: Readonly<Record<string, (records: readonly Data[]) => unknown>> = {
  list: (records) => records,
  inside: (records) => ({ title: 'Slalom 3', meta: { version: 3 }, results: { entries: records } }),
  byKey: (records) => Object.fromEntries(records.map((record, at) => [`entry${at}`, record])),
}

const some = <T>(choice: Readonly<Record<string, T>>) => fc.constantFrom(...Object.entries(choice))
const formats = { JSON: (data: unknown) => JSON.stringify(data), YAML: (data: unknown) => stringify(data) }

/** Entries whose times are without zeros at the end: data have numbers. */
function short(found: readonly unknown[]): readonly unknown[] {
  const shortRun = (run: string) => run.replace(/^\d[^+]*/, (raw) => String(Number(raw)))
  return (found as [string, string, string, string[]][]).map(([name, code, number, runs]) => {
    return [name, code, number, runs.map(shortRun)]
  })
}

test('given data in any shape, then the proposed template makes its entries, and reads no e-mail', async () => {
  const property = fc.asyncProperty(
    madeUpEntries,
    some(runShapes),
    some(identities),
    some(wholes),
    some(formats),
    async (list, [shape, runsOf], [, identify], [, wrap], [, write]) => {
      fc.pre(list.some(({ runs }) => runs.some((run) => /^\d/.test(run))))
      const data = wrap(list.map((one) => ({ ...identify(one), ...runsOf(one.runs) })))
      const proposed = await proposedList(['data', write(data)])
      const expected = list.map(({ first, last, class: code, number, runs }) => {
        const own = shape === 'flags' ? runs.map((run) => (/^\d/.test(run) ? run : '41+DNF')) : runs
        return [`${first} ${last}`, code, number, own]
      })
      expect(short(driversOf(proposed))).toEqual(short(expected))
      expect(driversOf(proposed)).toEqual(entriesOf(proposed))
      expect(proposed.template).not.toContain('email')
    },
  )
  await fc.assert(property, { numRuns: 80 })
})
