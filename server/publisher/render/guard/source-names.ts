/** The names that records of one kind have: every name that any of them has. */
export interface RecordNames {
  /** The file that they are from. */
  readonly file: string
  readonly names: ReadonlySet<string>
  /** The names that the template has looked up. */
  readonly used: Set<string>
}

/** Knows for each record that readers gave to a template which names records of its kind have. */
export interface SourceNames {
  /** Notes every record in what a reader read from this file. */
  note(value: unknown, file: string): void
  /** The same for the rows of a table, each of which has these names and texts alone. */
  noteRows(rows: readonly object[], names: readonly string[], file: string): void
  /** The same for records that have the same names each, and whose values are texts, lists of texts or such records. */
  noteAlike(records: readonly object[], file: string): void
  /** undefined for a value that no reader gave. */
  of(value: unknown): RecordNames | undefined
}

export function createSourceNames(): SourceNames {
  const kinds = new WeakMap<object, RecordNames>()
  const noteRows: SourceNames['noteRows'] = (rows, names, file) => {
    const [first] = rows
    // A template that reads a file twice gets the same rows.
    if (!first || kinds.has(first)) return
    const kind = { file, names: new Set(names), used: new Set<string>() }
    for (const row of rows) kinds.set(row, kind)
  }
  const noteAlike: SourceNames['noteAlike'] = (records, file) => {
    const [first] = records
    if (!first) return
    const names = Object.getOwnPropertyNames(first)
    noteRows(records, names, file)
    for (const name of names) {
      const value: unknown = Reflect.get(first, name)
      if (!isObject(value) || Array.isArray(value)) continue
      const inside = records.map((record): unknown => Reflect.get(record, name))
      noteAlike(inside.filter(isObject), file)
    }
  }
  return {
    noteRows,
    noteAlike,
    note(value, file) {
      const names = new Map<
        string,
        { readonly file: string; readonly names: Set<string>; readonly used: Set<string> }
      >()
      const walk = (item: object, path: string): void => {
        if (Array.isArray(item)) {
          const inside = `${path}[]`
          for (const one of item) if (isObject(one)) walk(one, inside)
          return
        }
        const kind = names.get(path) ?? { file, names: new Set(), used: new Set() }
        names.set(path, kind)
        kinds.set(item, kind)
        // Also what is not in a dump of the whole record, such as the other columns of a grid.
        const own = Object.getOwnPropertyNames(item)
        let objects = 0
        for (const name of own) {
          kind.names.add(name)
          if (isObject(Reflect.get(item, name))) objects += 1
        }
        if (objects === 0) return
        // Records by key, such as drivers by number, are of one kind.
        const isByKey = own.length > 1 && objects === own.length
        for (const name of own) {
          const one: unknown = Reflect.get(item, name)
          if (isObject(one)) walk(one, isByKey ? `${path}{}` : `${path}.${name}`)
        }
      }
      if (isObject(value)) walk(value, '')
    },
    of: (value) => (isObject(value) ? kinds.get(value) : undefined),
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
