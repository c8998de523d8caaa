import { beforeEach, describe, expect, test } from 'vitest'
import { screenAfter } from './screen.fixture.ts'
import { createTerminal } from './terminal.ts'

let written: string[]
let output: { columns: number; rows: number; write: (text: string) => boolean }

beforeEach(() => {
  written = []
  output = { columns: 40, rows: 10, write: (text) => written.push(text) > 0 }
})

const screen = () => screenAfter(written.join(''))

describe('a terminal', () => {
  test('is entered, drawn on and restored', () => {
    const terminal = createTerminal(output)
    terminal.enter()
    terminal.draw(['one', '', 'three'])
    expect(screen()).toEqual({ rows: ['one', '', 'three'], alternate: true, cursor: false, wrapping: false })
    terminal.leave()
    expect(screen()).toMatchObject({ alternate: false, cursor: true, wrapping: true })
  })

  test('is sent the changed rows only, and nothing when none changed', () => {
    const terminal = createTerminal(output)
    terminal.enter()
    terminal.draw(['one', 'two', 'three'])
    const before = written.length
    terminal.draw(['one', 'two', 'three'])
    expect(written).toHaveLength(before)
    terminal.draw(['one', '2', 'three'])
    expect(written.slice(before).join('')).toBe('\x1b[2;1H\x1b[2K2')
    terminal.draw(['one'])
    expect(screen().rows.filter(Boolean)).toEqual(['one'])
  })

  test('is drawn whole after it was cleared', () => {
    const terminal = createTerminal(output)
    terminal.enter()
    terminal.draw(['one', 'two'])
    output.write('\x1b[1;1Hnoise of a different program')
    terminal.clear()
    terminal.draw(['one', 'two'])
    expect(screen().rows).toEqual(['one', 'two'])
  })

  test('is not written to before it is entered or after it is left', () => {
    const terminal = createTerminal(output)
    terminal.draw(['one'])
    terminal.clear()
    terminal.leave()
    expect(written).toEqual([])
    terminal.enter()
    terminal.leave()
    const before = written.length
    terminal.leave()
    terminal.draw(['two'])
    expect(written).toHaveLength(before)
  })

  test('of unknown size has 80 columns and 24 rows', () => {
    expect(createTerminal({ write: () => true }).size()).toEqual({ width: 80, height: 24 })
    expect(createTerminal({ columns: 0, rows: 0, write: () => true }).size()).toEqual({ width: 80, height: 24 })
    expect(createTerminal(output).size()).toEqual({ width: 40, height: 10 })
  })
})
