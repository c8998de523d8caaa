import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { FreshnessLines } from '../../app/live/connection/freshness.tsx'
import { freshnessOf } from '../../lib/live/freshness.ts'
import { type Connection, initialLiveState, type LiveState } from '../../lib/live/live-store.ts'
import { emptyReplica } from '../../lib/sync/replica.ts'
import { agesOf, connectionStatus, statusParts } from './status.ts'

const now = 1_800_000_000_000
const drivers = new Map([['Bob', { driver_name: 'Bob' }]])

function stateOf(change: Partial<LiveState>): LiveState {
  const replica = { ...emptyReplica, log: 'abc', version: 7, drivers, at: now - 14_000 }
  return { ...initialLiveState, replica, heardAt: now - 3000, ...change }
}

/** The lines of the page in this state, as they are read: without its dot, and the short age of a phone. */
function pageLines(state: LiveState): string[] {
  const html = renderToStaticMarkup(createElement(FreshnessLines, { live: state, underWay: false, now }))
  const shown = html
    .replace(/<noscript>.*<\/noscript>/s, '')
    .replace(/<span[^>]*aria-hidden="true"[^>]*>[^<]*<\/span>/g, '')
  return Array.from(shown.matchAll(/<p[^>]*>(.*?)<\/p>/gs), ([, line = '']) => line.replace(/<[^>]+>/g, ''))
}

const connections: readonly Connection[] = ['connecting', 'live', 'behind', 'offline']
const states = connections.flatMap((connection) =>
  [undefined, now - 180_000].flatMap((stalledSince) =>
    [undefined, now - 20_000].flatMap((sourceAt) =>
      [drivers, new Map()].map((list) =>
        stateOf({ connection, stalledSince, sourceAt, replica: { ...stateOf({}).replica, drivers: list } }),
      ),
    ),
  ),
)

test('the status in the terminal has the words of the page in every state', () => {
  expect(states).toHaveLength(32)
  for (const state of states) {
    const { text, since } = connectionStatus(state, true, now)
    // The page shows the meaning instead of the timing file's age: a phone has no room for both.
    const { meaning, changed } = freshnessOf(state, now, false)
    const ages = meaning === undefined ? agesOf(state, now) : [meaning, changed].filter(Boolean)
    expect([[text, since].filter(Boolean).join(' · '), ages.join(' · ')]).toEqual(pageLines(state))
  }
})

describe('the status', () => {
  test('is live only for a confirmed list', () => {
    const live = states.filter((state) => connectionStatus(state, true, now).text === 'live')
    expect(live.every(({ connection, stalledSince }) => connection === 'live' && stalledSince === undefined)).toBe(true)
    expect(live.length).toBeGreaterThan(0)
    expect(states.filter((state) => connectionStatus(state, false, now).text === 'live')).toEqual([])
  })

  test('before any answer has no age, version or log', () => {
    const state = stateOf({ connection: 'offline', heardAt: 0, replica: emptyReplica })
    const texts = statusParts(state, false, now).map(({ text }) => text)
    expect(texts).toEqual(['● offline', 'no answer yet', '0 divergences'])
  })

  test('has version, log and divergences, and a divergence is bad', () => {
    const replica = { ...stateOf({}).replica, log: '\x1b[2Jlog' }
    const parts = statusParts(stateOf({ connection: 'live', divergences: 1, replica }), true, now)
    expect(parts.map(({ text }) => text)).toEqual([
      ...['● live', 'results changed 14 s ago', 'version 7', 'log �[2Jlog', '1 divergence'],
    ])
    expect(parts.at(-1)?.styles).toEqual(['bad'])
  })
})
