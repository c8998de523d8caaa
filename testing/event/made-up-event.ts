import { seededRandom } from '../seeded-random.ts'
import type { Grid, GridRow, GridStep } from './grid.ts'
import { cars, classCodes, firstNames, lastNames } from './made-up-names.ts'

/** Runs for each entry. */
export const runCount = 6

/** Runs of each entry in the middle of the event; half of the entries have one more. */
const runsDone = 3

const runColumns = Array.from({ length: runCount }, (_, index) => [`Run ${index + 1}`, `Pen ${index + 1}`]).flat()
const header = ['Class', 'Number', 'First Name', 'Last Name', 'Car Model', ...runColumns]

/** The number of classes in an event of `size` entries: 24 for 140, 80 for 1,300. */
export function classCount(size: number): number {
  return Math.min(classCodes.length, Math.ceil(size / 6))
}

/** event.yaml of an event of `size` entries, every class with an index. */
export function eventText(size: number): string {
  const classes = classCodes
    .slice(0, classCount(size))
    .map((code, index) => `  ${code}: { name: Class ${code}, index: ${indexOf(index).toFixed(3)} }\n`)
  return `title: Benchmark of ${size} entries\nruns_per_entry: ${runCount}\nclasses:\n${classes.join('')}`
}

/**
 * The grid in the middle of an event, with `size` entries of different names. The first `early` ones have one run.
 * Equal arguments give equal grids.
 */
export function makeGrid(size: number, early = 0): Grid {
  const random = seededRandom(size)
  const rows = Array.from({ length: size }, (_, index): GridRow => {
    const classIndex = Math.floor((index * classCount(size)) / size)
    const pace = (37 + 5 * random()) / indexOf(classIndex)
    const usual = runsDone + (random() < 0.5 ? 1 : 0)
    const done = index < early ? 1 : usual
    const runs = Array.from({ length: done }, (_, run) => [
      [`Run ${run + 1}`, (pace + 1.5 * random() + (done - run) * 0.4).toFixed(3)],
      [`Pen ${run + 1}`, penalty(random)],
    ]).flat()
    return {
      Class: classCodes[classIndex] ?? '',
      Number: String(1 + ((index * 67) % 199)),
      'First Name': firstNames[index % firstNames.length] ?? '',
      'Last Name': lastNameOf(Math.floor(index / firstNames.length), index % firstNames.length),
      'Car Model': cars[Math.floor(random() * cars.length)] ?? '',
      ...Object.fromEntries(runs),
    }
  })
  return { header, rows }
}

/** The next save of this row: the next run, or the last one with a new time. */
export function nextRun(grid: Grid, row: number, random: () => number): GridStep {
  const cells = grid.rows[row] ?? {}
  const driven = Array.from({ length: runCount }, (_, run) => cells[`Run ${run + 1}`] ?? '').filter(Boolean)
  const time = Number(driven.at(-1) ?? 45) + 1.4 * random() - 0.8
  return { row, run: Math.min(driven.length + 1, runCount), time: time.toFixed(3), penalty: penalty(random) }
}

function indexOf(classIndex: number): number {
  return 0.78 + (classIndex % 40) * 0.004
}

/** Unique with the first name: when all are used, last names have two parts. */
function lastNameOf(round: number, first: number): string {
  const last = lastNames[(round + first) % lastNames.length] ?? ''
  const more = Math.floor(round / lastNames.length)
  return more === 0 ? last : `${last}-${lastNames[(more * 7) % lastNames.length]}`
}

function penalty(random: () => number): string {
  const chance = random()
  if (chance > 0.17) return ''
  return chance > 0.05 ? '1' : chance > 0.02 ? '2' : 'dnf'
}
