import type { News } from '../day/news.ts'
import { reuseIfDeepEqual } from '../list/reuse-if-equal.ts'
import type { Event } from '../record/event.ts'
import type { StandingsStep } from '../standings/create-standings.ts'
import { type EntryHighlights, entryHighlights, noHighlights } from './entry-highlights.ts'
import { createMarkedRuns, type MarksByName } from './marked-runs.ts'

/** The highlights of all entries of one event. `apply` and `tick` return the names whose highlights changed. */
export interface HighlightsBuilder {
  of(driverName: string): EntryHighlights
  /** Takes the next step of a standings builder, with all news, newest first. `now` is the server's clock, Unix ms. */
  apply(step: StandingsStep, news: readonly News[], now: number): readonly string[]
  /** Ends progress that is no longer new at `now`, Unix ms. */
  tick(now: number): readonly string[]
}

type NewsByName = ReadonlyMap<string, readonly News[]>

/** Starts with an empty list. A step derives only the highlights that it concerns. */
export function createHighlights(event: Event): HighlightsBuilder {
  const marksAfter = createMarkedRuns(event)
  const highlights = new Map<string, EntryHighlights>()
  let marks: MarksByName = new Map()
  let news: readonly News[] = []
  let newsOf: NewsByName = new Map()

  function update(names: Iterable<string>, now: number): readonly string[] {
    return [...names].filter((name) => {
      const before = highlights.get(name) ?? noHighlights
      const after = reuseIfDeepEqual(before, entryHighlights(marks.get(name) ?? [], newsOf.get(name) ?? [], now))
      if (after === noHighlights) highlights.delete(name)
      else highlights.set(name, after)
      return after !== before
    })
  }

  return {
    of: (name) => highlights.get(name) ?? noHighlights,
    apply(step, allNews, now) {
      const [marksBefore, newsBefore] = [marks, newsOf]
      marks = marksAfter(step)
      if (allNews !== news) newsOf = newsByName(allNews, newsBefore)
      news = allNews
      return update(new Set([...changedNames(marksBefore, marks), ...changedNames(newsBefore, newsOf)]), now)
    },
    tick: (now) => update(newsOf.keys(), now),
  }
}

/** The news of each entry, newest first. Equal news keep their list's identity. */
function newsByName(news: readonly News[], before: NewsByName): NewsByName {
  const own = new Map<string, News[]>()
  for (const one of news) {
    const known = own.get(one.driver_name)
    if (known) known.push(one)
    else own.set(one.driver_name, [one])
  }
  return new Map(Array.from(own, ([name, list]) => [name, reuseIfDeepEqual(before.get(name), list)]))
}

/** The names whose values in two maps are not the same object. */
function changedNames<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): readonly string[] {
  if (before === after) return []
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
}
