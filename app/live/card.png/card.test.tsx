import { ImageResponse } from 'next/og'
import { afterEach, expect, test, vi } from 'vitest'
import { Card } from './card.tsx'
import { drawable } from './share-card.ts'

afterEach(() => vi.restoreAllMocks())

const allDrawable = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point))
  .filter((character) => character.trim() !== '' && drawable.test(character))
  .join('')

test('a card with every drawable character is rendered without a network request', async () => {
  const network = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('There is no network.'))
  const errors = vi.spyOn(console, 'error')
  for (const state of ['unofficial', 'provisional', 'final'] as const) {
    const answer = new ImageResponse(<Card title={allDrawable} details={allDrawable} state={state} />)
    const picture = Buffer.from(await answer.arrayBuffer())
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  }
  expect(requestsOf(network.mock.calls)).toEqual([])
  expect(errors).not.toHaveBeenCalled()
})

test('a card with any other character makes the renderer request a font from the network', async () => {
  const network = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('There is no network.'))
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const answer = new ImageResponse(<Card title="雪" details="" state="final" />)
  await answer.arrayBuffer().catch(() => undefined)
  expect(requestsOf(network.mock.calls)).not.toEqual([])
})

/** The requested addresses without the renderer's own program, a `data:` address. */
function requestsOf(calls: readonly (readonly unknown[])[]): readonly string[] {
  return calls.map(([address]) => String(address)).filter((address) => !address.startsWith('data:'))
}
