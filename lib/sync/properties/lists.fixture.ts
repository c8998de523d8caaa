import fc from 'fast-check'
import { type Changes, diffDrivers } from '../../list/diff.ts'
import { byName, type Driver, type Drivers } from '../../record/driver.ts'
import { attributes, names, unknownNames, variationsOf } from './records.fixture.ts'

/** The names and records of the lists in one case: few names with several records each, and sometimes many more. */
interface Pool {
  readonly names: readonly string[]
  readonly records: readonly Driver[]
}

const pool: fc.Arbitrary<Pool> = fc
  .record({
    names: fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
    records: fc.array(fc.record({ name: fc.nat(3), attributes }), { maxLength: 6 }),
    doubles: fc.array(fc.record({ of: fc.nat(5), how: fc.nat(7) }), { maxLength: 2 }),
    crowd: fc.oneof({ weight: 19, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  })
  .map(({ names, records, doubles, crowd }) => {
    const own = records.map(({ name, attributes }): Driver => ({ ...attributes, driver_name: pick(names, name) }))
    const similar = own.length > 0 ? doubles.map(({ of, how }) => pick(variationsOf(pick(own, of)), how)) : []
    const many = Array.from({ length: crowd }, (_, at) => ({ driver_name: `Driver ${at % 30}`, number: String(at) }))
    return { names, records: [...own, ...similar, ...many] }
  })

/** The records of a list as a bit mask, and whether they are reordered copies or the same objects. */
const selection = fc.record({ members: fc.nat(255), copy: fc.boolean() })
type Selection = typeof selection extends fc.Arbitrary<infer Value> ? Value : never

function listOf({ records }: Pool, { members, copy }: Selection): Drivers {
  const list = records.filter((_, at) => (members >> (at % 8)) & 1)
  return copy ? byName([...byName(list).values()].reverse().map(reorderedCopy)) : byName(list)
}

/** An equal record that is a new object, its attributes in a different order. */
export function reorderedCopy(driver: Driver): Driver {
  return { driver_name: '', ...Object.fromEntries(Object.entries(driver).reverse().map(copied)) }
}

function copied([name, value]: [string, unknown]): [string, unknown] {
  return [name, Array.isArray(value) ? value.map((item) => (Array.isArray(item) ? [...item] : item)) : value]
}

/** Lists in sequence: drivers are added, removed, added again and changed, as the same objects or as copies. */
export function histories(minLength: number, maxLength: number): fc.Arbitrary<readonly Drivers[]> {
  return fc
    .tuple(pool, fc.array(selection, { minLength, maxLength }))
    .map(([pool, selections]) => selections.map((selection) => listOf(pool, selection)))
}

export const list: fc.Arbitrary<Drivers> = histories(1, 1).map((lists) => pick(lists, 0))

export const twoLists: fc.Arbitrary<readonly [Drivers, Drivers]> = histories(2, 2).map((lists) => [
  pick(lists, 0),
  pick(lists, 1),
])

const numbers = fc.array(fc.nat(7), { maxLength: 5 })

/**
 * A list, and changes that no diff makes: repeated or contradictory names, unknown drivers, unchanged records, creates
 * without a record.
 */
export const listAndAnyChanges: fc.Arbitrary<{ readonly list: Drivers; readonly sequence: readonly Changes[] }> = fc
  .tuple(
    pool,
    selection,
    fc.array(fc.record({ create: numbers, update: numbers, destroy: numbers }), { minLength: 1, maxLength: 4 }),
  )
  .map(([pool, selected, coded]) => {
    const known = [...pool.names, ...unknownNames]
    const records = [...pool.records, ...known.map((driver_name) => ({ driver_name }))]
    const sequence = coded.map(({ create, update, destroy }) => ({
      create: create.map((number) => pick(known, number)),
      update: update.map((number) => pick(records, number)),
      destroy: destroy.map((number) => pick(known, number)),
    }))
    return { list: listOf(pool, selected), sequence }
  })

/** The changes from each list to the next. */
export function stepsOf(lists: readonly Drivers[]): Changes[] {
  return lists.slice(1).map((list, at) => diffDrivers(pick(lists, at), list))
}

/** The item at an index, which wraps around at the end. */
export function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('no items to pick from')
  return item
}
