import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RunList } from '../../app/live/entry/run-list.tsx'
import { defaultEvent } from '../../lib/record/event.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import { lineWidth, plainText } from '../styled-text/styled-line.ts'
import { lastRuns, runSpans, runText } from './run-spans.ts'

function standingOf(runs: string[] | string[][]) {
  const standing = standingsOf([{ driver_name: 'Bob', runs }], defaultEvent('Test')).by_name.get('Bob')
  if (standing === undefined) throw new Error('Bob is not in the standings')
  return standing
}

const everyKind = ['40.516', '41.266+1', '50.001+1/2', '61.078+DNF', 'dnf', '39.9+RRN', 'RRN', '', 'what', '103.769']

test.each(['seconds', 'minutes'] as const)(
  'every kind of run has the text that the page shows, in %s',
  (timeFormat) => {
    const { runs } = standingOf(everyKind)
    const page = renderToStaticMarkup(createElement(RunList, { runs, timeFormat }))
    const onPage = Array.from(page.matchAll(/<li[^>]*>(.*?)<\/li>/g), ([, run = '']) =>
      run.replace(/<span class="visually-hidden">.*?<\/span>/g, '').replace(/<[^>]+>/g, ''),
    )
    expect(runs.flat().map((run) => runText(run, timeFormat))).toEqual(onPage)
    expect(onPage).toHaveLength(everyKind.length)
  },
)

test('a run that makes the result is strong, a rerun is struck, and courses are separated', () => {
  const line = runSpans(
    standingOf([
      ['41.000', '40.000'],
      ['39.000+RRN', '42.000'],
    ]),
    'seconds',
  )
  expect(plainText(line)).toBe('41.000  40.000 | 39.000+RRN  42.000')
  expect(line.filter(({ styles }) => styles.includes('strong')).map(({ text }) => text)).toEqual(['40.000'])
  expect(line.filter(({ styles }) => styles.includes('struck')).map(({ text }) => text)).toEqual(['39.000+RRN'])
})

test('an unreadable run has no terminal controls', () => {
  expect(plainText(runSpans(standingOf(['\x1b[5mx', 'a\nb']), 'seconds'))).toBe('�[5mx  a b')
})

test('runs that do not all fit are shown as an ellipsis and the last ones', () => {
  const line = runSpans(standingOf(['41.001', '41.002', '41.003+1']), 'seconds')
  const shown = (width: number) => plainText(lastRuns(line, width))
  expect(shown(24)).toBe('41.001  41.002  41.003+1')
  expect(shown(23)).toBe('… 41.002  41.003+1')
  expect(shown(17)).toBe('… 41.003+1')
  expect(shown(9)).toBe('')
  for (let width = 0; width < 30; width += 1) expect(lineWidth(lastRuns(line, width))).toBeLessThanOrEqual(width)
})
