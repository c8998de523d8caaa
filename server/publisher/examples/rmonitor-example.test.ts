import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { formatTime } from '../../../lib/record/run.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { recordedLines } from '../../../testing/feed/recorded-lines.ts'
import { createFeedMemory } from '../feeds/feed-memory.ts'
import { readFolder } from '../render/read-folder.fixture.ts'

const folder = fileURLToPath(new URL('../../../data/examples/rmonitor', import.meta.url))
const lines = recordedLines(readFileSync(join(folder, 'race.jsonl'), 'utf8'))

/** The example when so many lines of its recorded race were heard. */
function readAfter(count: number) {
  const memory = createFeedMemory()
  for (const line of lines.slice(0, count)) memory.add(line)
  memory.show()
  const [address, timing, doubts] = ['127.0.0.1:50000', memory.timing(), memory.doubts()]
  return readFolder(folder, { karts: { address, state: 'heard', timing, doubts } })
}

/** Number, laps and total time by position, as the newest $G lines say them. */
function positionsAfter(count: number): readonly string[] {
  const newest = new Map<string, readonly string[]>()
  for (const line of lines.slice(0, count)) {
    const [kind, position = '', id = '', laps = '', total = ''] = line.replaceAll('"', '').split(',')
    if (kind === '$G') newest.set(id, [position, id, laps || '0', total])
  }
  return [...newest.values()]
    .sort(([a], [b]) => Number(a) - Number(b))
    .filter(([, , , total]) => total !== '00:00:00.000')
    .map((parts) => parts.join(' '))
}

test('the recorded race of the example has the positions, laps and times of its feed at every passing', async () => {
  const ids = new Map<unknown, string>()
  for (const line of lines) {
    const [kind, id = '', number] = line.replaceAll('"', '').split(',')
    if (kind === '$A') ids.set(number, id)
  }
  // All lines of a passing come together, and the next line is a clock or another passing.
  const ends = [...lines.keys()].filter(
    (index) => /^\$[FJ]/.test(lines[index + 1] ?? '$F') && !/^\$F/.test(lines[index] ?? ''),
  )
  for (const end of [...ends.filter((_, index) => index % 8 === 0), lines.length - 1]) {
    const { drivers, event } = await readAfter(end + 1)
    const placed = standingsOf(drivers, event).raw.filter(({ raw_position: position }) => position)
    const found = placed.map(({ driver, completed, total = 0, raw_position: position }) => {
      const time = new Date(total).toISOString().slice(11, 23)
      return `${position?.place} ${ids.get(driver.number)} ${completed} ${time}`
    })
    expect(found).toEqual(positionsAfter(end + 1))
  }
})

test('the example has both classes, every lap and the best lap of each entry, and no warning', async () => {
  const { drivers, event, warnings } = await readAfter(lines.length)
  expect(warnings).toEqual([])
  expect(standingsOf(drivers, event).classes.map(({ code }) => code)).toEqual(['Senior', 'Junior'])
  for (const { runs, published_laps, best_lap } of drivers) {
    const laps = (runs ?? []).map(Number)
    expect(laps).toHaveLength(Number(published_laps))
    expect(best_lap).toBe(formatTime(Math.round(Math.min(...laps) * 1000)))
  }
})
