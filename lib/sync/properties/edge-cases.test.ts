import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repetitions } from '../../../testing/repetitions.ts'
import { squash } from '../../list/diff.ts'
import type { Driver } from '../../record/driver.ts'
import { driverSchema } from '../../record/driver-schema.ts'
import { emptyReplica, receiveUpdate } from '../replica.ts'
import { histories, listAndAnyChanges, pick, stepsOf } from './lists.fixture.ts'
import { unknownNames } from './records.fixture.ts'
import { receive } from './replica.fixture.ts'
import { delivery, logs, messageOf } from './replica-properties.fixture.ts'
import { textOf } from './same-list.fixture.ts'

// A property proves nothing about values that its cases never have. A fixed seed makes these tests deterministic.

const cases = repetitions({ unit: 1000, full: 4000 })
const sample = <Value>(arbitrary: fc.Arbitrary<Value>, seed = 1) => fc.sample(arbitrary, { seed, numRuns: cases })

/** Fails for each predicate that is true of less than one case in a thousand. */
function expectFrequent<Case>(all: readonly Case[], kinds: Readonly<Record<string, (one: Case) => boolean>>): void {
  const counts = Object.entries(kinds).map(([kind, is]) => [kind, all.filter(is).length] as const)
  expect(counts.filter(([, count]) => count < cases / 1000)).toEqual([])
}

describe('random lists', () => {
  const lists = sample(histories(1, 1)).flat()
  const has = (is: (driver: Driver) => boolean) => (list: (typeof lists)[number]) => [...list.values()].some(is)
  const hasValue = (is: (value: unknown) => boolean) => has((driver) => Object.values(driver).some(is))

  test('have only valid records under their own names', () => {
    for (const [name, driver] of lists.flatMap((list) => [...list])) {
      expect(driver.driver_name).toBe(name)
      expect(driverSchema.safeParse(driver).success).toBe(true)
    }
  })

  test('have all edge cases of names', () => {
    const called = (name: string) => (list: (typeof lists)[number]) => list.has(name)
    const hasName = (is: RegExp) => (list: (typeof lists)[number]) => [...list.keys()].some((name) => is.test(name))
    const members = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'toJSON', '0']
    expectFrequent(lists, {
      ...Object.fromEntries([...members, ' ', '"', '\\', '\u0000', '\u2028'].map((name) => [name, called(name)])),
      'an emoji': hasName(/🏁/u),
      'a letter as one code point': hasName(/\u00eb/),
      'a letter as two code points': hasName(/e\u0308/),
      'the first half of a surrogate pair': hasName(/^\ud800$/),
      'the second half of a surrogate pair': hasName(/^\udc00$/),
      'both halves in the wrong order': hasName(/\udc00\ud800/),
    })
  })

  test('have all edge cases of values and sizes', () => {
    expectFrequent(lists, {
      empty: (list) => list.size === 0,
      'many drivers': (list) => list.size > 12,
      'only a name': has((driver) => Object.keys(driver).length === 1),
      'an attribute called constructor': has((driver) => Object.hasOwn(driver, 'constructor')),
      'an empty text': hasValue((value) => value === ''),
      'half a surrogate pair': hasValue((value) => typeof value === 'string' && /\p{Cs}/u.test(value)),
      'more than one block of SHA-256': hasValue((value) => typeof value === 'string' && value.length > 64),
      zero: hasValue((value) => Object.is(value, 0)),
      'negative zero': hasValue((value) => Object.is(value, -0)),
      'the largest number': hasValue((value) => value === Number.MAX_VALUE),
      'an unsafe integer': hasValue((value) => value === Number.MAX_SAFE_INTEGER + 1),
      'a boolean': hasValue((value) => typeof value === 'boolean'),
      'no runs': hasValue((value) => Array.isArray(value) && value.length === 0),
      'runs of one course': hasValue((value) => Array.isArray(value) && typeof value[0] === 'string'),
      'runs of several courses': hasValue((value) => Array.isArray(value) && Array.isArray(value[0])),
    })
  })
})

test('random histories have all edge cases of a driver’s changes', () => {
  const all = sample(histories(1, 8)).map((lists) => ({ lists, squashed: squash(stepsOf(lists)) }))
  const follows =
    (is: (old: Driver, now: Driver) => boolean) =>
    ({ lists }: (typeof all)[number]) =>
      lists.some((list, at) =>
        [...list].some(([name, now]) => {
          const old = at > 0 && pick(lists, at - 1).get(name)
          return old && is(old, now)
        }),
      )
  const addedAndRemoved = ({ lists, squashed }: (typeof all)[number]) =>
    squashed.destroy.some((name) => !lists[0]?.has(name))
  const removedAndAdded =
    (changed: boolean) =>
    ({ lists }: (typeof all)[number]) =>
      [...pick(lists, lists.length - 1)].some(([name, now]) => {
        const first = lists[0]?.get(name)
        return first && lists.some((list) => !list.has(name)) && (textOf(first) !== textOf(now)) === changed
      })
  expectFrequent(all, {
    'the same object': follows((old, now) => old === now),
    'an equal copy in a different order': follows(
      (old, now) => textOf(old) === textOf(now) && Object.keys(old).join() !== Object.keys(now).join(),
    ),
    'changed only in type': follows(
      ({ a: old }, { a: now }) => typeof old !== typeof now && old !== undefined && String(old) === String(now),
    ),
    'changed only in the number of runs': follows(
      (old, now) => old.runs?.length !== now.runs?.length && textOf({ ...old, runs: now.runs }) === textOf(now),
    ),
    changed: follows((old, now) => textOf(old) !== textOf(now)),
    'added and removed': addedAndRemoved,
    'removed and added again, equal': removedAndAdded(false),
    'removed and added again, changed': removedAndAdded(true),
    'eight lists': ({ lists }) => lists.length === 8,
  })
})

test('random changes that no diff makes have all edge cases of malformed changes', () => {
  const all = sample(listAndAnyChanges).flatMap(({ list, sequence }) =>
    sequence.map((changes) => ({ ...changes, list, updated: changes.update.map(({ driver_name }) => driver_name) })),
  )
  expectFrequent(all, {
    'updated twice with different records': ({ update }) =>
      update.some((one, at) =>
        update.slice(at).some((other) => other.driver_name === one.driver_name && textOf(one) !== textOf(other)),
      ),
    'destroyed and updated': ({ destroy, updated }) => destroy.some((name) => updated.includes(name)),
    'destroyed and created': ({ destroy, create }) => destroy.some((name) => create.includes(name)),
    'created without a record': ({ create, list, updated }) =>
      create.some((name) => !list.has(name) && !updated.includes(name)),
    'created although known': ({ create, list }) => create.some((name) => list.has(name)),
    'updated, unknown and not created': ({ create, list, updated }) =>
      updated.some((name) => !list.has(name) && !create.includes(name)),
    'an unknown driver destroyed': ({ destroy }) => destroy.some((name) => unknownNames.includes(name)),
    'no changes': ({ create, update, destroy }) => create.length + update.length + destroy.length === 0,
  })
})

test('random deliveries have all edge cases: in order, late, repeated, with a gap, squashed, of another log', () => {
  const histories = sample(logs)
  const deliveries = sample(fc.array(delivery, { maxLength: 16 }), 2)
  const kinds = histories.flatMap((logs, at) => {
    let replica = emptyReplica
    return pick(deliveries, at).flatMap((delivery) => {
      const before = replica
      const message = messageOf(pick(logs, delivery.log), delivery)
      replica = receive(before, message)
      const { data } = message
      if (data.log !== before.log) return [replica === before ? 'changes of another log' : 'a list of another log']
      if (message.action === 'all_drivers') return [replica === before ? 'an older list' : 'a list']
      if (receiveUpdate(before, message) === 'gap') return ['a gap']
      if (replica === before) return [data.version === before.version ? 'repeated changes' : 'late changes']
      const from = message.data.from ?? data.version - 1
      const edge = data.version === Number.MAX_SAFE_INTEGER ? ['changes to the highest version'] : []
      return [from < before.version ? 'a squashed set from an older version' : 'the next changes', ...edge]
    })
  })
  const expected = [
    ...['changes of another log', 'a list of another log', 'an older list', 'a list', 'a gap', 'repeated changes'],
    ...['late changes', 'a squashed set from an older version', 'the next changes', 'changes to the highest version'],
  ]
  expectFrequent(kinds, Object.fromEntries(expected.map((kind) => [kind, (one) => one === kind])))
})
