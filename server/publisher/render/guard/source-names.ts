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
  /** undefined for a value that no reader gave. */
  of(value: unknown): RecordNames | undefined
}

export function createSourceNames(): SourceNames {
  const kinds = new WeakMap<object, RecordNames>()
  return {
    note(value, file) {
      const names = new Map<
        string,
        { readonly file: string; readonly names: Set<string>; readonly used: Set<string> }
      >()
      const walk = (item: unknown, path: string): void => {
        if (typeof item !== 'object' || item === null) return
        if (Array.isArray(item)) {
          for (const one of item) walk(one, `${path}[]`)
          return
        }
        const kind = names.get(path) ?? { file, names: new Set(), used: new Set() }
        names.set(path, kind)
        for (const name of Object.getOwnPropertyNames(item)) kind.names.add(name)
        kinds.set(item, kind)
        // Also what is not in a dump of the whole record, such as the other columns of a grid.
        const entries = Object.getOwnPropertyNames(item).map((name) => [name, Reflect.get(item, name)] as const)
        const inner = entries.map(([, one]) => one)
        // Records by key, such as drivers by number, are of one kind.
        const isByKey = inner.length > 1 && inner.every((one) => typeof one === 'object' && one !== null)
        for (const [key, one] of entries) walk(one, isByKey ? `${path}{}` : `${path}.${key}`)
      }
      walk(value, '')
    },
    noteRows(rows, names, file) {
      const kind = { file, names: new Set(names), used: new Set<string>() }
      for (const row of rows) kinds.set(row, kind)
    },
    of: (value) => (typeof value === 'object' && value !== null ? kinds.get(value) : undefined),
  }
}
