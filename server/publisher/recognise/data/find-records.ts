/** A name of a member, or a loop over the items of a list, or over the values of a mapping. */
export type Step =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'mapping' }

/** Records of one kind in data, and the way to them. */
export interface RecordSet {
  readonly steps: readonly Step[]
  readonly records: readonly FoundRecord[]
}

/** A record with the records and keys around it, the outermost first. */
export interface FoundRecord {
  readonly record: Readonly<Record<string, unknown>>
  /** Of each loop around the innermost one: the item. */
  readonly around: readonly Readonly<Record<string, unknown>>[]
  /** Of each loop over a mapping, the innermost included: the key; '' for a list. */
  readonly keys: readonly string[]
}

const deepest = 8
const mostRecords = 20_000

/** All sets of records in data: the objects of each list, and of each mapping whose values are objects. */
export function findRecords(data: unknown): readonly RecordSet[] {
  const sets = new Map<string, { readonly steps: readonly Step[]; readonly records: FoundRecord[] }>()
  const visit = (
    value: unknown,
    steps: readonly Step[],
    around: readonly FoundRecord['record'][],
    keys: readonly string[],
  ) => {
    if (steps.length > deepest || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      const next = [...steps, { kind: 'list' } as const]
      for (const item of value) if (isRecord(item)) keep(item, next, around, [...keys, ''])
      return
    }
    if (isByKey(value)) {
      const next = [...steps, { kind: 'mapping' } as const]
      for (const [key, item] of Object.entries(value)) if (isRecord(item)) keep(item, next, around, [...keys, key])
      return
    }
    for (const [name, item] of Object.entries(value)) visit(item, [...steps, { kind: 'member', name }], around, keys)
  }
  const keep = (
    record: FoundRecord['record'],
    steps: readonly Step[],
    around: readonly FoundRecord['record'][],
    keys: readonly string[],
  ) => {
    const id = JSON.stringify(steps)
    const set = sets.get(id) ?? { steps, records: [] }
    sets.set(id, set)
    if (set.records.length >= mostRecords) return
    set.records.push({ record, around, keys })
    for (const [name, item] of Object.entries(record))
      visit(item, [...steps, { kind: 'member', name }], [...around, record], keys)
  }
  visit(data, [], [], [])
  return [...sets.values()]
}

function isRecord(value: unknown): value is FoundRecord['record'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Values by key rather than the parts of one thing: two objects at least, that have the same names. */
function isByKey(value: object): boolean {
  const items = Object.values(value)
  if (items.length < 2 || !items.every(isRecord)) return false
  const names = items.map((item) => Object.keys(item).sort().join('\n'))
  return names.every((one) => one === names[0]) || items.every((item) => sharesNames(item, items[0] ?? {}))
}

/** Some records have more than others, such as runs. */
function sharesNames(a: FoundRecord['record'], b: FoundRecord['record']): boolean {
  const [fewer, more] = Object.keys(a).length <= Object.keys(b).length ? [a, b] : [b, a]
  const names = Object.keys(fewer)
  return names.length > 1 && names.filter((name) => Object.hasOwn(more, name)).length >= names.length * 0.6
}
