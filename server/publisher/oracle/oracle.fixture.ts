import type { Driver } from '../../../lib/record/driver.ts'
import type { Position } from '../../../lib/scoring/ranking.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** How an event's file writes what it publishes. */
export interface Printing {
  /** What is printed after a position: `=` when it is shared, `T` for a trophy. */
  readonly marks: '' | '=' | 'T' | '=T'
  /** The first is printed as `[-]1.630`: its lead over the next position. */
  readonly lead: boolean
}

type Value = string | number | undefined

const prefix = 'printed_'

/** What the file publishes for an entry. A template gives it as attributes that begin with `printed_`. */
export function printed(driver: Driver): ReadonlyMap<string, Value> {
  const attributes = Object.entries(driver).filter(([name]) => name.startsWith(prefix))
  return new Map(
    attributes.map(([attribute, text]): [string, Value] => {
      const name = attribute.slice(prefix.length)
      return [name, isTime(name) ? printedTime(String(text)) : String(text)]
    }),
  )
}

/** The same values of the entry, as Paddock derives them. */
export function derived(standing: Standing, names: Iterable<string>, all: Standings, printing: Printing) {
  const group = all.classes.find(({ entries }) => entries.includes(standing))
  if (!group) throw new Error(`${standing.driver.driver_name} is in no class.`)
  return new Map([...names].map((name) => [name, derivedValue(standing, name, group, printing)]))
}

function derivedValue(standing: Standing, name: string, group: ClassStanding, { marks, lead }: Printing): Value {
  const equals = marks.includes('=')
  switch (name) {
    case 'position':
      return `${positionText(standing.class_position, equals)}${marks.includes('T') && standing.trophy ? 'T' : ''}`
    case 'raw_position':
      return positionText(standing.raw_position, equals)
    case 'pax_position':
      return positionText(standing.pax_position, equals)
    case 'completed':
      return String(standing.completed)
    case 'time':
      return standing.total
    case 'indexed':
      return standing.indexed
    case 'total':
      return group.ranked_by === 'indexed' ? standing.indexed : standing.total
    case 'from_first':
      return standing.gap_to_first
    case 'diff': {
      const next = group.entries.find(({ class_position }) => class_position && class_position.place > 1)
      const first = standing.class_position?.place === 1
      return first && lead && next?.gap_to_first !== undefined ? 0 - next.gap_to_first : standing.gap_to_next
    }
    default:
      throw new Error(`Nothing is known of ${prefix}${name}.`)
  }
}

function positionText(position: Position | undefined, equals: boolean): string {
  return `${position?.place ?? ''}${equals && position?.shared ? '=' : ''}`
}

function isTime(name: string): boolean {
  return !name.endsWith('position') && name !== 'completed'
}

const noTime = /^(?:|-|dns|dnf|n\.k\.)$/i
const time = /^(\[-\]|\+)?(?:(\d+):)?(\d+)(?:[.,](\d{1,3}))?$/

/**
 * Milliseconds of `40.341`, `52.1`, `1:43,769`, `+8.196`; negative for the lead `[-]1.630`; undefined for `dns`, `-`,
 * ''.
 */
function printedTime(text: string): number | undefined {
  if (noTime.test(text)) return undefined
  const match = time.exec(text)
  if (!match) throw new Error(`"${text}" is no time.`)
  const [, sign, minutes = '0', seconds, decimals = ''] = match
  const milliseconds = (Number(minutes) * 60 + Number(seconds)) * 1000 + Number(decimals.padEnd(3, '0'))
  return sign === '[-]' ? 0 - milliseconds : milliseconds
}
