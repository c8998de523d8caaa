import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeskReplica, openDesk, receiveDesk, receiveOther } from './desk-replica.ts'
import { type DeskState, silentDesk } from './desk-state.ts'

const desk = (version: number): DeskState => ({
  version,
  message: { id: version, text: 'Rain', since: 0 },
  screens: [],
})
const replica = (version: number): DeskReplica => ({ desk: version === 0 ? silentDesk : desk(version), isHeard: false })

test('on one connection, states in any order and doubled end with the newest of them', () => {
  const versions = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 })
  fc.assert(
    fc.property(versions, (delivered) => {
      const end = delivered.reduce((one, version) => receiveDesk(one, desk(version)), openDesk(replica(0)))
      expect(end.desk).toEqual(desk(Math.max(...delivered)))
    }),
    { seed: 7 },
  )
})

test('a page ends with what the last connection said first or later, whatever it knew before', () => {
  const connections = fc.array(fc.array(fc.integer({ min: 1, max: 9 })), { minLength: 1 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), connections, (known, said) => {
      let one = replica(known)
      for (const versions of said) {
        one = openDesk(one)
        for (const version of versions) one = receiveDesk(one, desk(version))
        one = receiveOther(one)
      }
      const last = said.at(-1) ?? []
      expect(one.desk).toEqual(last.length === 0 ? silentDesk : desk(Math.max(...last)))
    }),
    { seed: 7 },
  )
})

test('a state that changes nothing keeps its identity, so that nothing renders', () => {
  const first = receiveDesk(openDesk(replica(0)), desk(3))
  expect(receiveDesk(first, desk(3))).toBe(first)
  expect(receiveOther(first)).toBe(first)
})
