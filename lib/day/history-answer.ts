import * as z from 'zod/mini'
import type { RunChange } from './day-history.ts'

const version = z.int()
const count = z.int().check(z.gte(0))

/**
 * `GET /live/history.json`: the changes of a day up to a version, by driver; a change is [version, at, course, run,
 * text before, text].
 */
export const historyAnswerSchema = z.object({
  log: z.string(),
  version,
  entries: z.array(
    z.object({
      driver_name: z.string(),
      changes: z.array(z.tuple([version, z.number(), count, count, z.string(), z.string()])),
    }),
  ),
})

export type HistoryAnswer = Readonly<z.infer<typeof historyAnswerSchema>>

/** Groups the changes by driver, so that each name is sent once. */
export function historyAnswer(log: string, version: number, changes: readonly RunChange[]): HistoryAnswer {
  const byDriver = new Map<string, HistoryAnswer['entries'][number]>()
  for (const { driver_name, version, at, course, run, text_before, text } of changes) {
    const entry = byDriver.get(driver_name) ?? { driver_name, changes: [] }
    byDriver.set(driver_name, entry)
    entry.changes.push([version, at, course, run, text_before, text])
  }
  return { log, version, entries: [...byDriver.values()] }
}

/** The changes of an answer, oldest first. */
export function changesOf({ entries }: HistoryAnswer): readonly RunChange[] {
  return entries
    .flatMap(({ driver_name, changes }) =>
      changes.map(([version, at, course, run, text_before, text]): RunChange => {
        return { version, at, driver_name, course, run, text_before, text }
      }),
    )
    .sort((a, b) => a.version - b.version)
}
