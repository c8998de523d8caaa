import './lazy-styles.ts'
import { parametersOf, readChoice, type View, type ViewChoice } from '../../lib/reader/view-state.ts'
import { starredCallouts } from './callouts/lazy-starred-callouts.ts'
import { lazy } from './lazy/lazy.tsx'
import { starLine } from './lines/lazy-star-line.ts'
import { mostRowsAtOnce, windowedResults } from './results/lazy-windowed-results.ts'

// Views that not every reader opens are loaded lazily.

const sheet = lazy(() => import('./sheet/driver-sheet.tsx').then((part) => part.DriverSheet))
const mine = lazy(() => import('./mine/mine-view.tsx').then((part) => part.MineView))
const latest = lazy(() => import('./latest/latest-view.tsx').then((part) => part.LatestView))
const announcer = lazy(() => import('./announcer/announcer-view.tsx').then((part) => part.AnnouncerView))
const charts = lazy(() => import('./charts/charts-view.tsx').then((part) => part.ChartsView))
const table = lazy(() => import('./wide/table-view.tsx').then((part) => part.TableView))
const kiosk = lazy(() => import('./kiosk/kiosk.tsx').then((part) => part.Kiosk))
const away = lazy(() => import('./away/away-notice.tsx').then((part) => part.AwayNotice))
const follow = lazy(() => import('./follow/follow-notice.tsx').then((part) => part.FollowNotice))
const notice = lazy(() => import('./callouts/callouts-notice.tsx').then((part) => part.CalloutsNotice))
const unknown = lazy(() => import('./header/unknown-driver.tsx').then((part) => part.UnknownDriver))
const menu = lazy(() => import('./follow/follow-menu.tsx').then((part) => part.FollowMenu))

export const DriverSheet = sheet.Part
export const MineView = mine.Part
export const LatestView = latest.Part
export const AnnouncerView = announcer.Part
export const ChartsView = charts.Part
export const TableView = table.Part
export const Kiosk = kiosk.Part
export const AwayNotice = away.Part
export const FollowMenu = menu.Part
export const FollowNotice = follow.Part
export const CalloutsNotice = notice.Part
export const UnknownDriver = unknown.Part

const all = [
  sheet,
  mine,
  latest,
  windowedResults,
  announcer,
  charts,
  table,
  kiosk,
  away,
  menu,
  follow,
  notice,
  unknown,
  starLine,
  starredCallouts,
]

/** The lazy views that the page shows at once for this choice. */
function shownViews({ view, driver, kiosk: isKiosk, follow: followed }: ViewChoice) {
  const byView: Partial<Record<View, (typeof all)[number]>> = { mine, latest, table, announcer, charts }
  const shown = [
    isKiosk ? kiosk : byView[view],
    ...(driver === '' ? [] : [sheet, unknown]),
    followed.length > 0 ? follow : undefined,
  ]
  return shown.filter((part) => part !== undefined)
}

// Awaited before anything renders: the server needs all views, the browser those that the server has rendered.
const isServer = typeof window === 'undefined'
const atFirst = isServer ? all : shownViews(readChoice(parametersOf(new URLSearchParams(window.location.search))))
await Promise.all(atFirst.map(({ load }) => load()))

/**
 * Preloads the views that spectators open most, for a list of so many entries; with those of followed drivers for a
 * reader who follows some. Call it when the browser is idle.
 */
export function loadLazyViews(entries: number, follows: boolean): void {
  const window = entries > mostRowsAtOnce ? [windowedResults] : []
  const followed = follows ? [mine, starLine] : []
  for (const { load } of [sheet, latest, table, ...window, menu, ...followed]) void load()
}
