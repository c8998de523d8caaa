import fc from 'fast-check'
import { type Changes, diffDrivers } from '../../list/diff.ts'
import { byName, type Driver, type Drivers } from '../../record/driver.ts'
import { attributes, names, unknownNames, variationsOf } from './records.fixture.ts'

/**
 * What the lists of one case are made of: few names, several records for each, and now and then a crowd that fills
 * them.
 */
interface Cast {
  readonly names: readonly string[]
  readonly records: readonly Driver[]
}

const cast: fc.Arbitrary<Cast> = fc
  .record({
    names: fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
    records: fc.array(fc.record({ who: fc.nat(3), attributes }), { maxLength: 6 }),
    doubles: fc.array(fc.record({ of: fc.nat(5), how: fc.nat(7) }), { maxLength: 2 }),
    crowd: fc.oneof({ weight: 19, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  })
  .map(({ names, records, doubles, crowd }) => {
    const told = records.map(({ who, attributes }): Driver => ({ ...attributes, driver_name: pick(names, who) }))
    const nearly = told.length > 0 ? doubles.map(({ of, how }) => pick(variationsOf(pick(told, of)), how)) : []
    const many = Array.from({ length: crowd }, (_, at) => ({ driver_name: `Driver ${at % 30}`, number: String(at) }))
    return { names, records: [...told, ...nearly, ...many] }
  })

/** Which of the cast stand in a list, and whether in the same objects or told anew in another order. */
const selection = fc.record({ members: fc.nat(255), anew: fc.boolean() })
type Selection = typeof selection extends fc.Arbitrary<infer Value> ? Value : never

function listOf({ records }: Cast, { members, anew }: Selection): Drivers {
  const list = records.filter((_, at) => (members >> (at % 8)) & 1)
  return anew ? byName([...byName(list).values()].reverse().map(toldAnew)) : byName(list)
}

/** Another object that says the same, its attributes in another order. */
export function toldAnew(driver: Driver): Driver {
  return { driver_name: '', ...Object.fromEntries(Object.entries(driver).reverse().map(copied)) }
}

function copied([name, value]: [string, unknown]): [string, unknown] {
  return [name, Array.isArray(value) ? value.map((item) => (Array.isArray(item) ? [...item] : item)) : value]
}

/** Lists that follow one another: drivers come, go, come back and change, in the same objects and in others. */
export function histories(minLength: number, maxLength: number): fc.Arbitrary<readonly Drivers[]> {
  return fc
    .tuple(cast, fc.array(selection, { minLength, maxLength }))
    .map(([cast, selections]) => selections.map((selection) => listOf(cast, selection)))
}

export const list: fc.Arbitrary<Drivers> = histories(1, 1).map((lists) => pick(lists, 0))

export const twoLists: fc.Arbitrary<readonly [Drivers, Drivers]> = histories(2, 2).map((lists) => [
  pick(lists, 0),
  pick(lists, 1),
])

const numbers = fc.array(fc.nat(7), { maxLength: 5 })

/**
 * A list, and changes as no diff makes them: names more than once or in two ways, drivers that nobody knows, records
 * that change nothing, creations without a record.
 */
export const listAndAnyChanges: fc.Arbitrary<{ readonly list: Drivers; readonly sequence: readonly Changes[] }> = fc
  .tuple(
    cast,
    selection,
    fc.array(fc.record({ create: numbers, update: numbers, destroy: numbers }), { minLength: 1, maxLength: 4 }),
  )
  .map(([cast, selected, coded]) => {
    const known = [...cast.names, ...unknownNames]
    const records = [...cast.records, ...known.map((driver_name) => ({ driver_name }))]
    const sequence = coded.map(({ create, update, destroy }) => ({
      create: create.map((number) => pick(known, number)),
      update: update.map((number) => pick(records, number)),
      destroy: destroy.map((number) => pick(known, number)),
    }))
    return { list: listOf(cast, selected), sequence }
  })

/** The changes from each list to the next. */
export function stepsOf(lists: readonly Drivers[]): Changes[] {
  return lists.slice(1).map((list, at) => diffDrivers(pick(lists, at), list))
}

/** The item at a place, counted on from the beginning beyond the end. */
export function pick<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
