import { beginsDay } from '../../lib/day/day-history.ts'
import type { DeskState } from '../../lib/desk/desk-state.ts'
import { pushNews } from '../../lib/push/push-news.ts'
import type { PushNotification } from '../../lib/push/push-notification.ts'
import { stateNotification, stateToSay } from '../../lib/push/push-state.ts'
import { deskNotification } from '../../lib/push/push-words.ts'
import { defaultEvent, type Event } from '../../lib/record/event.ts'
import { changedBetween } from '../../lib/standings/changed-between.ts'
import { followLists } from '../../lib/standings/follow-lists.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import type { Timers } from '../../lib/time/timers.ts'
import type { LogState, RevisionLog } from '../log/revision-log.ts'
import { isOtherOccasion, occasionOf } from './occasion.ts'
import type { Subscription } from './subscription-file.ts'
import type { Subscriptions } from './subscriptions.ts'

/** How long after a revision its news are found, in ms: the broadcast comes first, and saves in a row are one step. */
const delay = 200
/** How many subscriptions get what all get, before the published list has its turn. */
const batch = 200
/** In seconds: how long each kind is news for a phone without a network. */
const ttls = { driver: 1800, desk: 3600, state: 6 * 3600 }

const unnamedEvent = defaultEvent('Live results')

export interface FollowNewsParts {
  readonly log: Pick<RevisionLog, 'current' | 'subscribe'>
  readonly desk: {
    current(): DeskState
    subscribe(listener: (desk: DeskState) => void): () => void
  }
  readonly subscriptions: Subscriptions
  readonly deliver: (id: string, notification: PushNotification, ttl: number) => void
  readonly timers: Timers
}

export interface FollowedNews {
  /** Finds the news of the last revision now: who subscribes after it is not told of it. */
  catchUp(): void
  stop(): void
}

/**
 * Delivers what revisions and the desk say to those who follow it. It begins with the list of now, so that a restart
 * says nothing twice. When another event begins, all subscriptions are erased.
 */
export function followNews({ log, desk, subscriptions, deliver, timers }: FollowNewsParts): FollowedNews {
  const standingsAfter = followLists()
  let last: LogState = log.current()
  let lastStandings: Standings | undefined
  let lastMessage = desk.current().message?.id
  let cancel: (() => void) | undefined

  function step(): void {
    cancel = undefined
    const [before, after] = [last, log.current()]
    const standingsBefore = lastStandings
    last = after
    lastStandings = undefined
    if (isOtherOccasion(subscriptions.occasion(), occasionOf(after))) {
      subscriptions.erase(subscriptions.ids())
      subscriptions.setOccasion(occasionOf(after))
      return
    }
    const say = noteState(after.event)
    if (subscriptions.count() === 0) return
    const old = standingsBefore ?? standingsAfter(before.drivers, before.event ?? unnamedEvent)
    const now = standingsAfter(after.drivers, after.event ?? unnamedEvent)
    lastStandings = now
    if (!beginsDay(before, after)) tellFollowers(old, now)
    if (say) tellAll(({ names }) => stateNotification(now, names), ttls.state)
  }

  /** Whether the state of the results is to be said. Title and date may have been corrected, too. */
  function noteState(event: Event | undefined): boolean {
    const known = subscriptions.occasion()
    const say = event && stateToSay(known.said, event.state)
    const next = { ...known, title: event?.title ?? known.title, date: event ? event.date : known.date }
    if (say || next.title !== known.title || next.date !== known.date) {
      subscriptions.setOccasion({ ...next, said: say ?? known.said })
    }
    return say !== undefined
  }

  function tellFollowers(before: Standings, after: Standings): void {
    const isFollowed = (name: string) => subscriptions.followersOf(name).size > 0
    const news = pushNews({ before, after, changed: changedBetween(before, after) }, isFollowed)
    for (const [name, notification] of news) {
      for (const id of subscriptions.followersOf(name)) deliver(id, notification, ttls.driver)
    }
  }

  function tellAll(
    make: (subscription: Subscription) => PushNotification | undefined,
    ttl: number,
    ids = subscriptions.ids(),
  ): void {
    for (const id of ids.slice(0, batch)) {
      const subscription = subscriptions.get(id)
      const notification = subscription && make(subscription)
      if (notification) deliver(id, notification, ttl)
    }
    if (ids.length > batch) timers.after(0, () => tellAll(make, ttl, ids.slice(batch)))
  }

  const stops = [
    log.subscribe(() => {
      cancel ??= timers.after(delay, step)
    }),
    desk.subscribe(({ message }) => {
      if (message && message.id !== lastMessage) {
        const notification = deskNotification(message, log.current().event?.title ?? unnamedEvent.title)
        tellAll(() => notification, ttls.desk)
      }
      lastMessage = message?.id
    }),
  ]
  return {
    catchUp() {
      if (!cancel) return
      cancel()
      step()
    },
    stop() {
      for (const stop of stops) stop()
      cancel?.()
    },
  }
}
