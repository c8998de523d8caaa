import type { Driver } from '../../lib/record/driver.ts'
import { type Event, eventSchema } from '../../lib/record/event.ts'
import { seededRandom } from '../seeded-random.ts'

const runsPerEntry = 6
const firstNames = ['Zoë', 'Ann', 'Felipe', 'Ian', 'Łukasz', 'Maria', 'Bob', 'Élan', 'Søren', 'Kim']
const lastNames = ['González', 'O’Malley', 'Smith', 'Nguyen', 'Straße', 'van Dyk', 'Kowalski', 'Brown', 'Li', 'Åberg']

/** An event with so many classes, each with an index. */
export function madeUpEvent(classes: number): Event {
  return eventSchema.parse({
    title: 'Benchmark',
    runs_per_entry: runsPerEntry,
    classes: Array.from({ length: classes }, (_, index) => ({ code: classCode(index), index: 0.78 + index / 1000 })),
  })
}

/** A list in the middle of its event: three runs each, half of the entries one more. Equal sizes give equal lists. */
export function madeUpDrivers(size: number, classes: number): readonly Driver[] {
  const random = seededRandom(size)
  return Array.from({ length: size }, (_, index): Driver => {
    const pace = 38 + 14 * random()
    const runs = Array.from({ length: random() < 0.5 ? 3 : 4 }, () => runText(pace, random))
    const number = String(1 + Math.floor(200 * random()))
    const displayName = `${firstNames[index % 10]} ${lastNames[Math.floor(index / 10) % 10]} ${Math.floor(index / 100)}`
    return {
      driver_name: `${displayName} (${number})`,
      display_name: displayName,
      class: classCode(index % classes),
      number,
      car: index % 3 === 0 ? 'Mazda MX-5' : 'Honda Civic Type R',
      runs,
    }
  })
}

/** The record after its next run; with all runs driven, the last one is replaced. */
export function afterNextRun(driver: Driver, random: () => number): Driver {
  const runs = (driver.runs ?? []).filter((run) => typeof run === 'string')
  const pace = Number.parseFloat(runs[0] ?? '') || 45
  return { ...driver, runs: [...runs.slice(0, runsPerEntry - 1), runText(pace - 1, random)] }
}

function classCode(index: number): string {
  return `C${index}`
}

function runText(pace: number, random: () => number): string {
  const time = (pace + 2.5 * random()).toFixed(3)
  const chance = random()
  return chance < 0.03 ? `${time}+DNF` : chance < 0.2 ? `${time}+1` : time
}
