import type { KeptRows } from './kept-rows.ts'
import type { LookUpHook } from './look-up.ts'
import type { Need } from './look-up-needs.ts'

type Callable = (this: unknown, ...parameters: unknown[]) => unknown

interface Environment {
  readonly globals: object
  readonly filters: object
  readonly tests: object
  getFilter(name: string): Callable
  getTest(name: string): Callable
}

/** The variables of a rendering, as the engine passes them to a compiled template. */
interface Context {
  readonly ctx: object
  readonly env: Environment
}

/** What a compiled template calls instead of the engine's own look-ups. Lines count from 1. */
export interface Guard {
  name(context: Context, frame: { lookup(name: string): unknown }, name: string, line: number, need: Need): unknown
  /** Knows a list that the template has made itself. */
  list(own: unknown[]): unknown[]
  member(value: unknown, key: unknown, line: number, need: Need): unknown
  filter(env: Environment, name: string, line: number): Callable
  test(env: Environment, name: string, line: number): Callable
  readonly rows: KeptRows
}

/** Where a filter takes the attribute that it looks up in each item: a position, and a keyword where it has one. */
const attributeFilters: Readonly<Record<string, { readonly position: number; readonly keyword?: string }>> = {
  groupby: { position: 1 },
  join: { position: 2 },
  rejectattr: { position: 1 },
  selectattr: { position: 1 },
  sort: { position: 3, keyword: 'attribute' },
  sum: { position: 1 },
}

/** What a guard tells of. */
export interface GuardEvents {
  /** Called before a template changes a list that it has not made itself, which may be of a reader. */
  readonly onListChange?: (() => void) | undefined
  /** Called for each value that a template takes from a record. */
  readonly onRead?: ((record: object, name: string) => void) | undefined
}

const changes: ReadonlySet<string> = new Set([
  'copyWithin',
  'fill',
  'pop',
  'push',
  'reverse',
  'shift',
  'sort',
  'splice',
  'unshift',
])

/** The guard of one template: every look-up passes `hook` first, and throws what that throws. */
export function createGuard(
  file: string,
  hook: LookUpHook,
  own: ReadonlySet<string>,
  rows: KeptRows,
  { onListChange = () => undefined, onRead = () => undefined }: GuardEvents = {},
): Guard {
  const names = [...own]
  const ownLists = new WeakSet<object>()
  const tools = new Map<string, Callable>()
  /** A filter or a test is looked up once for each of its places. */
  const toolAt = (kind: 'filter' | 'test', name: string, line: number, find: () => Callable): Callable => {
    const key = `${kind} ${line} ${name}`
    const tool = tools.get(key) ?? find()
    tools.set(key, tool)
    return tool
  }
  const member: Guard['member'] = (value, key, line, need) => {
    if (value === null || value === undefined) return undefined
    // Read once: an object can give another text each time.
    const name = String(key)
    const isOwn = typeof value === 'object' && Object.hasOwn(value, name) && name !== '__proto__'
    if (isOwn) {
      rows.noteRead(value, name)
      onRead(value, name)
    } else if (!hook({ kind: 'member', key: name, holders: [value], file, line, need, own: names })) {
      // Whether that is a fault depends on the names of other records.
      rows.noteDoubt()
      return need === 'part' ? '' : undefined
    }
    const found: unknown = Reflect.get(Object(value), name, value)
    if (typeof found !== 'function') return found
    if (Array.isArray(value) && changes.has(name) && !ownLists.has(value)) onListChange()
    return (...parameters: unknown[]) => Reflect.apply(found, value, parameters)
  }

  return {
    member,
    rows,
    list(made) {
      ownLists.add(made)
      return made
    },
    name(context, frame, name, line, need) {
      const variable = frame.lookup(name)
      if (variable !== undefined) return variable
      const holders = [context.ctx, context.env.globals]
      // A name that the template sets somewhere may have no value yet.
      const holder = hook({
        kind: 'name',
        key: name,
        holders,
        file,
        line,
        need: own.has(name) ? 'optional' : need,
        own: names,
      })
      return holder && Reflect.get(holder, name)
    },
    test: (env, name, line) =>
      toolAt('test', name, line, () => {
        hook({ kind: 'test', key: name, holders: [env.tests], file, line, need: 'required', own: [] })
        return env.getTest(name)
      }),
    filter: (env, name, line) =>
      toolAt('filter', name, line, () => {
        hook({ kind: 'filter', key: name, holders: [env.filters], file, line, need: 'required', own: [] })
        return checkedFilter(env.getFilter(name), name, line, member)
      }),
  }
}

/** A filter that looks up an attribute in each item does so through `member`. */
function checkedFilter(filter: Callable, name: string, line: number, member: Guard['member']): Callable {
  const attribute = Object.hasOwn(attributeFilters, name) ? attributeFilters[name] : undefined
  if (!attribute) return filter
  return function (list, ...parameters) {
    const keywords = parameters.at(-1)
    const named = attribute.keyword && isObject(keywords) ? Reflect.get(keywords, attribute.keyword) : undefined
    const path = named ?? parameters[attribute.position - 1]
    if (typeof path === 'string') for (const item of itemsOf(list)) followPath(item, path, line, member)
    return Reflect.apply(filter, this, [list, ...parameters])
  }
}

function followPath(item: unknown, path: string, line: number, member: Guard['member']): void {
  let value = item
  for (const part of path.split('.')) value = member(value, part, line, 'required')
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Groups without a prototype: a class that is called "constructor" is a group like any other. */
export function groupByAttribute(this: unknown, list: unknown, attribute: unknown): object {
  const groups: Record<string, unknown[]> = Object.create(null)
  for (const item of itemsOf(list)) {
    let value: unknown = item
    for (const part of String(attribute).split('.')) {
      value = isObject(value) && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined
    }
    const group = String(value)
    groups[group] = [...(groups[group] ?? []), item]
  }
  return groups
}
