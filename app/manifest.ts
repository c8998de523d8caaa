import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { paper } from '../lib/reader/theme.ts'
import { runningServer } from '../lib/server-api/registry.ts'
import icon192 from './icons/icon-192.png'
import icon512 from './icons/icon-512.png'
import maskable512 from './icons/maskable-512.png'

/** The web app manifest: a phone can install the page as an app with the event's title. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection()
  const { event } = runningServer().snapshot().page.list.data
  return {
    id: '/live',
    name: event?.title ?? 'Paddock',
    short_name: 'Paddock',
    description: 'Live results, with their age, also when there is no network.',
    start_url: '/live',
    scope: '/',
    display: 'standalone',
    theme_color: paper.light,
    background_color: paper.light,
    icons: [
      { src: icon192.src, sizes: `${icon192.width}x${icon192.height}`, type: 'image/png' },
      { src: icon512.src, sizes: `${icon512.width}x${icon512.height}`, type: 'image/png' },
      {
        src: maskable512.src,
        sizes: `${maskable512.width}x${maskable512.height}`,
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
    shortcuts: [
      { name: 'Mine', description: 'The entries that you follow', url: '/live?view=mine' },
      { name: 'Latest runs', url: '/live?view=latest' },
    ],
  }
}
