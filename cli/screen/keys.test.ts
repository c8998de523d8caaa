import { emitKeypressEvents, type Key } from 'node:readline'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type Command, commandOf, scrolled } from './keys.ts'

/** The commands for the bytes that a terminal sends for keys. */
async function commandsOf(sent: string): Promise<(Command | undefined)[]> {
  const input = new PassThrough()
  const commands: (Command | undefined)[] = []
  emitKeypressEvents(input)
  input.on('keypress', (_text: string | undefined, key: Key) => commands.push(commandOf(key)))
  input.end(sent)
  await new Promise((resolve) => input.on('end', resolve))
  return commands
}

test.each<[string, string, Command]>([
  ['up', '\x1b[A', { kind: 'scroll', rows: -1 }],
  ['up, in application mode', '\x1bOA', { kind: 'scroll', rows: -1 }],
  ['down', '\x1b[B', { kind: 'scroll', rows: 1 }],
  ['k', 'k', { kind: 'scroll', rows: -1 }],
  ['j', 'j', { kind: 'scroll', rows: 1 }],
  ['page up', '\x1b[5~', { kind: 'page', pages: -1 }],
  ['page down', '\x1b[6~', { kind: 'page', pages: 1 }],
  ['space', ' ', { kind: 'page', pages: 1 }],
  ['home', '\x1b[H', { kind: 'top' }],
  ['end', '\x1b[F', { kind: 'bottom' }],
  ['g', 'g', { kind: 'top' }],
  ['G', 'G', { kind: 'bottom' }],
  ['q', 'q', { kind: 'quit' }],
  ['Ctrl-C', '\x03', { kind: 'quit' }],
  ['Ctrl-L', '\x0c', { kind: 'redraw' }],
  ['Ctrl-Z', '\x1a', { kind: 'suspend' }],
])('the key %s has its command', async (_, sent, command) => {
  expect(await commandsOf(sent)).toEqual([command])
})

test('a key without a command is ignored', async () => {
  const commands = await commandsOf('x\x1bq1\x1b[15~\x1b[200~é')
  expect(commands.filter((command) => command !== undefined)).toEqual([])
})

test('scrolling ends at the top, and a page repeats two rows of the page before', () => {
  expect(scrolled(0, 10, { kind: 'scroll', rows: -1 })).toBe(0)
  expect(scrolled(4, 10, { kind: 'scroll', rows: 1 })).toBe(5)
  expect(scrolled(4, 10, { kind: 'page', pages: 1 })).toBe(12)
  expect(scrolled(4, 10, { kind: 'page', pages: -1 })).toBe(0)
  expect(scrolled(4, 1, { kind: 'page', pages: 1 })).toBe(5)
  expect(scrolled(4, 10, { kind: 'top' })).toBe(0)
  expect(scrolled(4, 10, { kind: 'redraw' })).toBe(4)
})
