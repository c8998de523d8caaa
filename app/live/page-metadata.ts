import type { Metadata } from 'next'
import type { Standings } from '../../lib/standings/standings.ts'
import { eventSummary } from '../../lib/wording/event-summary.ts'
import { pageTitle } from '../../lib/wording/page-title.ts'
import plainCard from '../icons/plain-card.png'
import { shareCard } from './card.png/share-card.ts'

/**
 * What a tab, a chat and a search engine say of the page. `origin` is where it was asked for, when that can be
 * believed.
 */
export function pageMetadata(standings: Standings, driverName: string, origin: URL | undefined): Metadata {
  const { event } = standings
  const opened = standings.by_name.get(driverName)
  // A chat says itself of which site a link is.
  const title = opened ? pageTitle(event, opened) : event.title
  const description = eventSummary(standings)
  const card = shareCard(event)
  // Chats keep a picture by its address: another title, date, place or state is another one.
  const address = card ? `/live/card.png?is=${encodeURIComponent(Object.values(card).join(' · '))}` : plainCard.src
  const image = { url: address, width: plainCard.width, height: plainCard.height, alt: `${event.title}: live results` }
  return {
    title: { absolute: pageTitle(event, opened) },
    description,
    // A picture needs a whole address; a link without one shows its title and description.
    ...(origin ? { metadataBase: origin } : {}),
    openGraph: { title, description, type: 'website', siteName: 'Paddock', ...(origin ? { images: [image] } : {}) },
    twitter: {
      card: origin ? 'summary_large_image' : 'summary',
      title,
      description,
      ...(origin ? { images: [image] } : {}),
    },
  }
}
