import { beforeEach, describe, expect, test } from 'vitest'
import { createHandshakeQueue, type HandshakeQueue } from './handshake-queue.ts'

let queue: HandshakeQueue
let later: (() => void)[]
let worked: string[]

beforeEach(() => {
  later = []
  worked = []
  queue = createHandshakeQueue({ perTurn: 3, perAddress: 5, total: 8 }, (turn) => later.push(turn))
})

const add = (address: string, count: number) =>
  Array.from({ length: count }, (_, index) => queue.add(address, () => worked.push(`${address}${index}`)))

/** One turn of the event loop. Returns what was worked on in it. */
function turn(): readonly string[] {
  const before = worked.length
  for (const one of later.splice(0)) one()
  return worked.slice(before)
}

describe('given a queue with room for 5 handshakes of an address and 8 in all, which works on 3 in a turn', () => {
  test('when two come, then both are worked on at once', () => {
    expect(add('a', 2)).toEqual([true, true])
    expect(worked).toEqual(['a0', 'a1'])
  })

  test('when eight of one address come, then three are worked on in each turn, in their order', () => {
    expect(add('a', 8)).toEqual(Array(8).fill(true))
    expect(worked).toEqual(['a0', 'a1', 'a2'])
    expect([turn(), turn(), turn()]).toEqual([['a3', 'a4', 'a5'], ['a6', 'a7'], []])
  })

  test('when more come than may wait, then the others are refused and never worked on', () => {
    expect(add('a', 20).filter(Boolean)).toHaveLength(8)
    expect(add('b', 20).filter(Boolean)).toHaveLength(3)
    for (let turns = 0; turns < 10; turns += 1) turn()
    expect(worked).toHaveLength(11)
  })

  test('when one address asks for many and others for one each, then the others wait for no more than their turn', () => {
    add('a', 7)
    add('b', 1)
    add('c', 1)
    expect([turn(), turn()]).toEqual([
      ['a3', 'b0', 'c0'],
      ['a4', 'a5', 'a6'],
    ])
  })

  test('when a turn has used all its work, then one that comes between two turns waits', () => {
    add('a', 6)
    turn()
    add('b', 1)
    expect(worked).not.toContain('b0')
    expect(turn()).toEqual(['b0'])
  })

  test('when all are worked on, then it asks for no more turns, and the next three are worked on at once', () => {
    add('a', 4)
    for (let turns = 0; turns < 3; turns += 1) turn()
    expect(later).toEqual([])
    add('b', 3)
    expect(worked).toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2'])
  })
})
