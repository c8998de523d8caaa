import type { SortBy } from '../table/sort-by.ts'
import { mostStars } from './stars.ts'

export const views = ['mine', 'class', 'pax', 'raw', 'latest', 'table', 'announcer', 'charts'] as const
export type View = (typeof views)[number]

/** What a reader chose to see. All of it is in the address, so that a link opens the same view. */
export interface ViewChoice {
  readonly view: View
  /** The only class that is shown; '' for all. */
  readonly classCode: string
  /** The driver_name of the open sheet; '' if none is open. */
  readonly driver: string
  /** The driver_name that the sheet compares with; '' for none, and when no sheet is open. */
  readonly rival: string
  /** Empty for the view's own order. */
  readonly sort: readonly SortBy[]
  readonly search: string
  /** Each driver_name that the link follows, beside the stars of this browser. */
  readonly follow: readonly string[]
  /** Attributes of columns that the table leaves out. */
  readonly hidden: readonly string[]
  /** Renders all rows of a long list: for print, for the browser's search, and without JavaScript. */
  readonly allRows: boolean
  /** Pages through the classes by itself, for a big screen. */
  readonly kiosk: boolean
  /** The name by which the desk steers this big screen; '' for none, and for any other view. */
  readonly screen: string
  /** The page loads again every half minute, for browsers in which no script follows the results. */
  readonly reloads: boolean
}

/** The parameters of an address, as Next passes them to a page: a list for a repeated one. */
export type SearchParameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** The SearchParameters of a query. */
export function parametersOf(query: URLSearchParams): SearchParameters {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
}

/** The choice in an address, without invalid parameters. `sort=-number,class`: by number descending, then by class. */
export function readChoice(parameters: SearchParameters): ViewChoice {
  const view = views.find((one) => one === first(parameters.view)) ?? 'class'
  const driver = first(parameters.driver).slice(0, 4000)
  const kiosk = first(parameters.kiosk) === '1'
  return {
    view,
    classCode: first(parameters.class).slice(0, 60),
    driver,
    rival: driver === '' ? '' : first(parameters.rival).slice(0, 4000),
    sort: readSort(first(parameters.sort)),
    search: first(parameters.q).slice(0, 100),
    follow: readFollow(parameters.follow),
    hidden: readHidden(first(parameters.hide)),
    allRows: first(parameters.rows) === 'all',
    kiosk,
    screen: kiosk ? first(parameters.screen).slice(0, 40) : '',
    reloads: first(parameters.reload) === '1',
  }
}

/** As in a template. */
const attributeName = /^[a-z][a-z0-9_]{0,39}$/

export function readSort(text: string): SortBy[] {
  return text
    .split(',')
    .slice(0, 3)
    .map((part): SortBy => {
      const descending = part.startsWith('-')
      return { attribute: descending ? part.slice(1) : part, direction: descending ? 'descending' : 'ascending' }
    })
    .filter(({ attribute }) => attributeName.test(attribute))
}

function readHidden(text: string): readonly string[] {
  const names = text.split(',').filter((name) => attributeName.test(name))
  return [...new Set(names)].slice(0, 40)
}

export function formatSort(sort: readonly SortBy[]): string {
  return sort.map(({ attribute, direction }) => (direction === 'descending' ? `-${attribute}` : attribute)).join(',')
}

/** The query of a choice with its question mark; empty for the defaults. */
export function formatChoice(choice: ViewChoice): string {
  const { view, classCode, driver, rival, sort, search, follow, hidden, allRows, kiosk, screen, reloads } = choice
  const parameters = new URLSearchParams()
  if (view !== 'class') parameters.set('view', view)
  if (classCode !== '') parameters.set('class', classCode)
  if (driver !== '') parameters.set('driver', driver)
  if (driver !== '' && rival !== '') parameters.set('rival', rival)
  if (sort.length > 0) parameters.set('sort', formatSort(sort))
  if (search !== '') parameters.set('q', search)
  for (const name of follow) parameters.append('follow', name)
  if (hidden.length > 0) parameters.set('hide', hidden.join(','))
  if (allRows) parameters.set('rows', 'all')
  if (kiosk) parameters.set('kiosk', '1')
  if (kiosk && screen !== '') parameters.set('screen', screen)
  if (reloads) parameters.set('reload', '1')
  const query = parameters.toString()
  return query === '' ? '' : `?${query}`
}

/** The sort after a click on a column: ascending, at the next click descending. `added`: as one more key at the end. */
export function sortAfterClick(sort: readonly SortBy[], attribute: string, added: boolean): SortBy[] {
  const old = sort.find((key) => key.attribute === attribute)
  const key: SortBy = { attribute, direction: old?.direction === 'ascending' ? 'descending' : 'ascending' }
  if (!added) return [key]
  return old ? sort.map((one) => (one === old ? key : one)) : [...sort, key].slice(-3)
}

function readFollow(value: string | readonly string[] | undefined): readonly string[] {
  const names = typeof value === 'string' ? [value] : (value ?? [])
  return [...new Set(names)].filter((name) => name !== '' && name.length <= 4000).slice(0, mostStars)
}

function first(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}
