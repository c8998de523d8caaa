import type { Key } from 'node:readline'

/** A command from the keyboard. */
export type Command =
  | { readonly kind: 'scroll'; readonly rows: number }
  | { readonly kind: 'page'; readonly pages: number }
  | { readonly kind: 'top' | 'bottom' | 'redraw' | 'suspend' | 'quit' }

const commands: Readonly<Record<string, Command>> = {
  up: { kind: 'scroll', rows: -1 },
  k: { kind: 'scroll', rows: -1 },
  down: { kind: 'scroll', rows: 1 },
  j: { kind: 'scroll', rows: 1 },
  return: { kind: 'scroll', rows: 1 },
  pageup: { kind: 'page', pages: -1 },
  b: { kind: 'page', pages: -1 },
  pagedown: { kind: 'page', pages: 1 },
  space: { kind: 'page', pages: 1 },
  home: { kind: 'top' },
  g: { kind: 'top' },
  end: { kind: 'bottom' },
  G: { kind: 'bottom' },
  q: { kind: 'quit' },
  Q: { kind: 'quit' },
  'ctrl-c': { kind: 'quit' },
  'ctrl-d': { kind: 'quit' },
  'ctrl-l': { kind: 'redraw' },
  'ctrl-z': { kind: 'suspend' },
}

/** The command of a key; undefined when it has none. */
export function commandOf({ name, ctrl, meta, shift }: Key): Command | undefined {
  if (name === undefined || meta) return undefined
  const key = ctrl ? `ctrl-${name}` : shift && name.length === 1 ? name.toUpperCase() : name
  return Object.hasOwn(commands, key) ? commands[key] : undefined
}

/** The first row after a command; frame.ts limits it to the table. */
export function scrolled(scroll: number, page: number, command: Command): number {
  switch (command.kind) {
    case 'scroll':
      return Math.max(0, scroll + command.rows)
    case 'page':
      // The next page repeats the last row of the page before, which helps the reader to continue.
      return Math.max(0, scroll + command.pages * Math.max(1, page - 2))
    case 'top':
      return 0
    case 'bottom':
      return Number.MAX_SAFE_INTEGER
    default:
      return scroll
  }
}
