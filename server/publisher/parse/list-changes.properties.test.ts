import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventSchema } from '../../../lib/record/event.ts'
import { repetitions } from '../../../testing/repetitions.ts'
import { openMemoryRevisionLog } from '../../log/memory-revision-log.ts'
import { updateSince } from '../published-update.ts'
import { countRuns, type RunsSeen } from '../runs-seen.ts'
import { createListComparer, type ParsedRead } from './list-changes.ts'
import type { EventRead, ListRead } from './list-read.ts'
import type { Told } from './published-list.ts'

const runs = fc.array(fc.constantFrom('40.1', '41.2+1', 'DNF', '5.0', 'x', ''), { maxLength: 3 })
const good = fc.record(
  {
    driver_name: fc.constantFrom('Ann', 'Bob', 'Cid', 'Dé', 'GonzÃ¡lez'),
    class: fc.constantFrom('SS', 'N', 'ZZ'),
    number: fc.constantFrom('1', '2'),
    runs,
    published_total: fc.constantFrom('40.1', '7.0'),
    car: fc.constantFrom('Miata', 'Civic'),
  },
  { requiredKeys: ['driver_name'] },
)
const bad = fc.constantFrom(
  { class: 'SS' },
  { driver_name: '' },
  { driver_name: 'Ann', 'no name': 1 },
  { driver_name: 7 },
)
const record = fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: bad })

const unusual = fc.constantFrom('', '[', '{"driver_name":"Ann"}\nno json', '[1]', '\n,\n')

/** Lists of a few records, so that lists of several passes share some. */
function textOf(records: readonly object[]): fc.Arbitrary<string> {
  const some = fc.subarray([...records])
  const lines = some.map((all) => all.map((one) => JSON.stringify(one)).join('\n'))
  return fc.oneof(
    { weight: 8, arbitrary: lines },
    { weight: 2, arbitrary: some.map((all) => JSON.stringify(all)) },
    { weight: 1, arbitrary: unusual },
  )
}

function listOf(records: readonly object[]): fc.Arbitrary<ListRead> {
  const rendered = { kind: 'rendered', warnings: [], unterminated: [] } as const
  const problem = { code: 'half', message: 'half', hint: '' }
  return fc.oneof(
    { weight: 9, arbitrary: textOf(records).map((text) => ({ ...rendered, lines: text.split('\n') })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'rejected', problem } as const) },
  )
}

const events = [
  eventSchema.parse({ title: 'Spring' }),
  eventSchema.parse({ title: 'Index', classes: [{ code: 'SS', index: 0.8 }] }),
  eventSchema.parse({ title: 'Slow', penalties: { cone_seconds: 5 } }),
]
const event: fc.Arbitrary<EventRead> = fc.oneof(
  fc.constantFrom(...events).map((read) => ({ kind: 'read', event: read }) as const),
  fc.constant({ kind: 'rejected', problem: { code: 'event', message: 'no', hint: '' } } as const),
)
/** Whether a new process makes the pass. */
const isRestarted = fc.integer({ min: 0, max: 5 }).map((number) => number === 0)

const passes = fc.array(record, { minLength: 3, maxLength: 7 }).chain((records) => {
  const half = fc.option(listOf(records), { nil: undefined })
  const pass = { half, list: listOf(records), event, isPublished: fc.boolean(), isRestarted, byAnother: fc.boolean() }
  return fc.array(fc.record(pass), { maxLength: 12 })
})

/** The order in which drivers are lost says nothing. */
function inOrder(read: ParsedRead): ParsedRead {
  if (read.kind === 'rejected') return read
  return { ...read, changes: { ...read.changes, destroy: [...read.changes.destroy].sort() } }
}

test('a comparer that remembers lists and follows updates finds the same changes and warnings as a new one', async () => {
  const property = fc.asyncProperty(passes, async (all) => {
    const log = await openMemoryRevisionLog({ now: () => 1, warn: () => {} })
    let comparer = createListComparer('template')
    let told: Told | undefined
    let seen: RunsSeen | undefined
    const append = async (draft: Pick<Parameters<typeof log.append>[1], 'changes' | 'event'>) => {
      const { version: base } = log.current()
      await log.append(base, { at: 1, sourceAt: undefined, ...draft })
      const { version, drivers } = log.current()
      seen = countRuns(seen, { base, version, changes: draft.changes, drivers })
    }
    for (const pass of all) {
      if (pass.isRestarted) {
        comparer = createListComparer('template')
        told = undefined
      }
      const partly = await updateSince(told, log, seen?.most)
      told = partly.told
      const whole = await updateSince(undefined, log, seen?.most)
      const compare = comparer.after(partly.update)
      // A file that changes while it is read is compared, too, before it is read again.
      if (pass.half) compare(pass.half, pass.event)
      const found = compare(pass.list, pass.event)
      const expected = createListComparer('template').after(whole.update)(pass.list, pass.event)
      expect(inOrder(found)).toEqual(inOrder(expected))
      if (found.kind !== 'parsed' || !pass.isPublished) continue
      await append({ changes: found.changes, event: pass.event.kind === 'read' ? pass.event.event : undefined })
      if (pass.byAnother) await append({ changes: { create: ['Eve'], update: [], destroy: ['Ann'] }, event: undefined })
    }
  })
  await fc.assert(property, { numRuns: repetitions({ unit: 300, full: 2000 }) })
})

test('an update that does not start from the version of the last one is refused', () => {
  const comparer = createListComparer('template')
  const list = { kind: 'rejected', problem: { code: 'half', message: 'half', hint: '' } } as const
  const event = { kind: 'rejected', problem: { code: 'event', message: 'no', hint: '' } } as const
  const update = { version: 3, changes: { create: [], update: [], destroy: [] }, event: undefined, mostRuns: [] }
  expect(() => comparer.after({ ...update, from: 2 })(list, event)).toThrow('from version 2')
  comparer.after({ ...update, from: undefined })(list, event)
  comparer.after({ ...update, from: 3, version: 4 })(list, event)
  expect(() => comparer.after({ ...update, from: 3 })(list, event)).toThrow('from version 3')
})
