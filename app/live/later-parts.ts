import { loadUntil } from '../../lib/load-until.ts'
import { later } from './later.tsx'

// What not everybody opens is no part of the first load.

const sheet = later(() => loadUntil(() => import('./driver-sheet.tsx')).then((part) => part.DriverSheet))
const mine = later(() => loadUntil(() => import('./mine-view.tsx')).then((part) => part.MineView))
const latest = later(() => loadUntil(() => import('./latest-view.tsx')).then((part) => part.LatestView))
const windowed = later(() => loadUntil(() => import('./windowed-results.tsx')).then((part) => part.WindowedResults))
const announcer = later(() => loadUntil(() => import('./announcer-view.tsx')).then((part) => part.AnnouncerView))
const charts = later(() => loadUntil(() => import('./charts-view.tsx')).then((part) => part.ChartsView))
const kiosk = later(() => loadUntil(() => import('./kiosk.tsx')).then((part) => part.Kiosk))
const menu = later(() => loadUntil(() => import('./follow-menu.tsx')).then((part) => part.FollowMenu))

export const DriverSheet = sheet.Part
export const MineView = mine.Part
export const LatestView = latest.Part
export const WindowedResults = windowed.Part
export const AnnouncerView = announcer.Part
export const ChartsView = charts.Part
export const Kiosk = kiosk.Part
export const FollowMenu = menu.Part

// The server has them all before it renders: without JavaScript nothing can come later.
if (typeof window === 'undefined') {
  await Promise.all([sheet, mine, latest, windowed, announcer, charts, kiosk, menu].map(({ load }) => load()))
}

/** Fetches what a spectator opens most, so that it opens at once. Call it when nothing else is to do. */
export function loadLaterParts(): void {
  for (const { load } of [sheet, mine, latest, windowed, menu]) void load()
}
