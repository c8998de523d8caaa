import { type News, newsBetween, withNews } from '../day/news.ts'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import type { Standing } from '../standings/standing.ts'
import { type NextStart, nextStart } from './next-start.ts'
import { type Rhythm, rhythmOf } from './rhythm.ts'

/** One car of a day; without runs when the day begins. */
export type TestCar = Partial<Driver> & Pick<Driver, 'driver_name'>

/** The records of `count` cars named 1, 2, 3 ..., in this order. */
export function carsInOrder(count: number, rest: Partial<Driver> = {}): TestCar[] {
  return Array.from({ length: count }, (_, index) => ({
    driver_name: `${index + 1}`,
    class: 'SS',
    run_order: index + 1,
    ...rest,
  }))
}

/** A day that is driven save by save, 30 s apart; `settings` are those of the event. */
export function drivenDay(cars: readonly TestCar[], settings: Record<string, unknown> = {}) {
  const event = eventSchema.parse({ title: 'Test', runs_per_entry: 3, ...settings })
  const drivers = new Map(cars.map((car) => [car.driver_name, { runs: [], ...car } as Driver]))
  let standings = standingsOf(drivers.values(), event)
  let news: readonly News[] = []
  let version = 1
  let now = 0

  const rhythm = (): Rhythm | undefined => rhythmOf(standings, news)
  return {
    rhythm,
    now: () => now,
    /** One save: each name drives one run, `40` unless another text is given. */
    drive(...runs: readonly (string | readonly [name: string, text: string])[]) {
      now += 30_000
      version += 1
      for (const run of runs) {
        const [name, text] = typeof run === 'string' ? [run, '40.000'] : run
        const driver = drivers.get(name)
        if (driver) drivers.set(name, { ...driver, runs: [...((driver.runs ?? []) as string[]), text] })
      }
      const after = standingsOf(drivers.values(), event)
      news = withNews(news, newsBetween(standings, after, version, now))
      standings = after
    },
    wait(milliseconds: number) {
      now += milliseconds
    },
    standing(name: string): Standing {
      const standing = standings.by_name.get(name)
      if (!standing) throw new Error(`No car is named ${name}.`)
      return standing
    },
    next(name: string): NextStart | undefined {
      const found = rhythm()
      return found && nextStart(found, this.standing(name), { now })
    },
    /** The cars ahead of an entry; undefined if nothing is said. */
    ahead(name: string): number | undefined {
      return rhythm()?.ahead.get(name)
    },
  }
}
