import type { Metadata } from 'next'
import type { Standings } from '../../lib/standings/standings.ts'
import { eventSummary } from '../../lib/wording/event-summary.ts'
import { pageTitle } from '../../lib/wording/page-title.ts'
import plainCard from '../icons/plain-card.png'
import { shareCard } from './card.png/share-card.ts'

/**
 * Title, description and preview image for tabs, chats and search engines. Without a known `origin`, such as
 * `https://results.club.example`, there is no preview image, since that needs an absolute address.
 */
export function pageMetadata(standings: Standings, driverName: string, origin: string | undefined): Metadata {
  const { event } = standings
  const opened = standings.by_name.get(driverName)
  // Chats show the site's name themselves.
  const title = opened ? pageTitle(event, opened) : event.title
  const description = eventSummary(standings)
  const card = shareCard(event)
  // Chats cache an image by its address, so the address changes with the title, date, place and state.
  const address = card ? `/live/card.png?is=${encodeURIComponent(Object.values(card).join(' · '))}` : plainCard.src
  const image = { url: address, width: plainCard.width, height: plainCard.height, alt: `${event.title}: live results` }
  return {
    title: { absolute: pageTitle(event, opened) },
    description,
    ...(origin ? { metadataBase: new URL(origin) } : {}),
    openGraph: { title, description, type: 'website', siteName: 'Paddock', ...(origin ? { images: [image] } : {}) },
    twitter: {
      card: origin ? 'summary_large_image' : 'summary',
      title,
      description,
      ...(origin ? { images: [image] } : {}),
    },
  }
}
