'use client'

import dynamic from 'next/dynamic'
import { loadUntil } from '../../lib/load-until.ts'

// What not everybody opens is no part of the first load. The server renders all of it where the address asks for it.

const parts = {
  sheet: () => loadUntil(() => import('./driver-sheet.tsx')),
  mine: () => loadUntil(() => import('./mine-view.tsx')),
  latest: () => loadUntil(() => import('./latest-view.tsx')),
  window: () => loadUntil(() => import('./windowed-results.tsx')),
  announcer: () => loadUntil(() => import('./announcer-view.tsx')),
  charts: () => loadUntil(() => import('./charts-view.tsx')),
  kiosk: () => loadUntil(() => import('./kiosk.tsx')),
  menu: () => loadUntil(() => import('./follow-menu.tsx')),
}

export const DriverSheet = dynamic(() => parts.sheet().then((part) => part.DriverSheet))
export const MineView = dynamic(() => parts.mine().then((part) => part.MineView))
export const LatestView = dynamic(() => parts.latest().then((part) => part.LatestView))
export const WindowedResults = dynamic(() => parts.window().then((part) => part.WindowedResults))
export const AnnouncerView = dynamic(() => parts.announcer().then((part) => part.AnnouncerView))
export const ChartsView = dynamic(() => parts.charts().then((part) => part.ChartsView))
export const Kiosk = dynamic(() => parts.kiosk().then((part) => part.Kiosk))
export const FollowMenu = dynamic(() => parts.menu().then((part) => part.FollowMenu))

/** Fetches what a spectator opens most, so that it opens at once. Call it when nothing else is to do. */
export function loadLaterParts(): void {
  for (const load of [parts.sheet, parts.mine, parts.latest, parts.window, parts.menu]) void load()
}
