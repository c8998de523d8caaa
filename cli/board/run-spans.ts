import type { TimeFormat } from '../../lib/record/run.ts'
import type { RunResult } from '../../lib/scoring/run-result.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import { runNotation } from '../../lib/wording/run-notation.ts'
import { safeText } from '../styled-text/safe-text.ts'
import { type Line, lineWidth, type Span, span } from '../styled-text/styled-line.ts'

const space = span('  ')
const courseEnd = span(' | ', 'quiet')
const more = span('… ', 'quiet')

/** One run in the sport's notation, like on the page (app/live/entry/run-list.tsx). */
export function runText({ run, text }: RunResult, format: TimeFormat): string {
  return run.kind === 'unreadable' ? safeText(text) : runNotation(run, format)
}

/** All runs, by course or day; those that make the result are strong. */
export function runSpans({ runs }: Standing, format: TimeFormat): Line {
  return runs.flatMap((course, index) => {
    const line = course.flatMap((run, position) => [...(position === 0 ? [] : [space]), runSpan(run, format)])
    return index === 0 ? line : [courseEnd, ...line]
  })
}

function runSpan(run: RunResult, format: TimeFormat): Span {
  const text = runText(run, format)
  if (run.best) return span(text, 'strong')
  return run.run.kind === 'rerun' ? span(text, 'struck') : span(text)
}

/** The runs if they fit, otherwise an ellipsis and the last ones, which people look for. */
export function lastRuns(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line
  const kept: Span[] = []
  let left = width - lineWidth([more])
  for (const one of [...line].reverse()) {
    left -= lineWidth([one])
    if (left < 0) break
    kept.unshift(one)
  }
  while (kept[0] === space || kept[0] === courseEnd) kept.shift()
  return kept.length === 0 ? [] : [more, ...kept]
}
