/** One node of a JSON Schema: keywords and their values. */
export type SchemaNode = { readonly [keyword: string]: unknown }

/**
 * The relation of a field to the one around it: a definition, a required or optional property, an item of a list, or
 * any attribute that the schema does not name.
 */
type Presence = 'definition' | 'required' | 'optional' | 'item' | 'any'

/** One field of a schema; its path is like `all_drivers.data.drivers[]` or `driver.*`. */
export interface Field {
  readonly path: string
  readonly presence: Presence
  readonly node: SchemaNode
}

/** The node and everything below it, each replaced by `change`, outer nodes first. */
export function mapFields(field: Field, change: (field: Field) => SchemaNode): SchemaNode {
  const node = change(field)
  const { required } = node
  const below = (name: string, presence: Presence, inner: SchemaNode) =>
    mapFields({ path: `${field.path}${name}`, presence, node: inner }, change)

  const entries = Object.entries(node).map(([keyword, value]) => {
    if (!isNode(value)) return [keyword, value]
    if (keyword === 'items') return [keyword, below('[]', 'item', value)]
    if (keyword === 'additionalProperties') return [keyword, below('.*', 'any', value)]
    if (keyword !== 'properties') return [keyword, value]
    const properties = Object.entries(value).map(([name, property]) => {
      const presence = Array.isArray(required) && required.includes(name) ? 'required' : 'optional'
      return [name, isNode(property) ? below(`.${name}`, presence, property) : property]
    })
    return [keyword, Object.fromEntries(properties)]
  })
  return Object.fromEntries(entries)
}

/** Every field of a definition. */
export function fieldsOf(name: string, node: SchemaNode): readonly Field[] {
  const fields: Field[] = []
  mapFields({ path: name, presence: 'definition', node }, (field) => {
    fields.push(field)
    return field.node
  })
  return fields
}

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
