import { ImageResponse } from 'next/og'
import { runningServer } from '../../../lib/server-api/registry.ts'
import plainCard from '../../icons/plain-card.png'
import { Card } from './card.tsx'
import { rememberLast } from './remember-last.ts'
import { type ShareCard, shareCard } from './share-card.ts'

const size = { width: plainCard.width, height: plainCard.height }

/** Draws a card once: a link in a chat of a thousand people must not cost a thousand pictures. */
const draw = rememberLast(async (question: string) => {
  const card: ShareCard = JSON.parse(question)
  return new ImageResponse(<Card {...card} />, size).arrayBuffer()
})

/** The picture that a chat shows with a link: the event's card, or the plain one when it cannot be drawn. */
export async function GET(): Promise<Response> {
  const event = runningServer().snapshot().page.list.data.event
  const card = event && shareCard(event)
  if (card) {
    try {
      const picture = await draw(JSON.stringify(card))
      return new Response(picture, {
        headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' },
      })
    } catch {
      // The plain card is good enough: no result depends on the picture.
    }
  }
  // A relative address: behind a proxy this server does not know its public name.
  return new Response(null, { status: 307, headers: { Location: plainCard.src } })
}
