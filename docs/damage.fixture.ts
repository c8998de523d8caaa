import fc from 'fast-check'

type Key = string | number
type Container = Record<Key, unknown>

/** The keys that lead to a value in a message. */
export type Path = readonly Key[]

/** Every path in a message but the empty one. */
export function pathsIn(value: unknown, here: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = [...here, Array.isArray(value) ? Number(name) : name]
    return [path, ...pathsIn(inner, path)]
  })
}

/** The message with a different value at one path; undefined removes it. */
export function withValue(message: unknown, path: Path, value: unknown): unknown {
  if (path.length === 0) return message
  const copy = structuredClone(message)
  const around = valueAt(copy, path.slice(0, -1)) as Container
  const last = path.at(-1) ?? ''
  if (value !== undefined) around[last] = value
  else if (Array.isArray(around)) around.splice(Number(last), 1)
  else delete around[last]
  return copy
}

/** Lengths at and beside every limit of the protocol. */
const lengths = [0, 1, 20, 21, 40, 41, 60, 61, 64, 65, 200, 201, 2000, 2001, 4000, 4001]
const numbers = [-1, 0, 0.5, 1, 2, 2.5, 20, 21, 100, 101, 200, 201, 1000, 1001, 3600, 3601, 2 ** 53 - 1, 2 ** 53, 1e300]
const named = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 1]))
const oddities: readonly unknown[] = [
  ...[undefined, null, true, false, [], {}, [''], [[]], [['']], ['', []], [null], [{}], [0], [101]],
  ...lengths.map((length) => 'x'.repeat(length)),
  ...numbers,
  ...[
    '  ',
    'server',
    'browser',
    'version_check',
    'all_drivers',
    'final',
    'third',
    '0123456789ab',
    '0123456789AB',
    '\n',
  ],
  ...[200, 201].flatMap((count) => [Array(count).fill(''), [Array(count).fill('')], [Array(count).fill(' ')]]),
  ...[20, 21].map((count) => Array(count).fill([])),
  ...[[], ['40.434']].map((runs) => ({ driver_name: 'Joan', runs })),
  // The name is one more attribute of a record.
  ...[63, 64].flatMap((count) => [
    { driver_name: 'Joan', ...named(count) },
    [{ driver_name: 'Joan', ...named(count) }],
  ]),
  ...[
    { title: 'A' },
    { code: 'SS' },
    [{ code: 'SS' }],
    Array(501).fill({ code: 'SS' }),
    { create: [], update: [], destroy: [] },
  ],
]
const oddNames = ['color', 'a'.repeat(40), 'a'.repeat(41), 'Class', '_a', 'a b', '9a', 'é', 'runs', 'class', '']

const somewhere = { at: fc.nat(), value: fc.constantFrom(...oddities) }

/** Damages of a message: a value is replaced, removed or added. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(fc.record(somewhere), fc.record({ ...somewhere, name: fc.constantFrom(...oddNames) })),
  { minLength: 1, maxLength: 3 },
)

export interface Damage {
  readonly at: number
  readonly value: unknown
  /** The name of an added value; undefined: a value is replaced or removed. */
  readonly name?: string
}

export function damaged(message: unknown, harm: readonly Damage[]): unknown {
  return harm.reduce<unknown>((now, { at, value, name }) => {
    const paths = pathsIn(now)
    if (name === undefined) return withValue(now, paths[at % paths.length] ?? [], value)
    const objects = [[], ...paths].filter((path) => isObject(valueAt(now, path)))
    return withValue(now, [...(objects[at % objects.length] ?? []), name], value)
  }, message)
}

/** The value at a path. */
export function valueAt(message: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Container)[key], message)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
