import { strictEventSchema } from '../../../lib/record/event.ts'
import { closestNames } from '../files/closest-names.ts'

/** The settings inside of others; those at the top are in the schema. */
const inner: Readonly<Record<string, readonly string[]>> = {
  classes: ['name', 'index', 'group', 'counts'],
  columns: ['attribute', 'title'],
  penalties: ['cone_seconds', 'gate_seconds'],
  sources: ['rmonitor'],
}

/** The sentence of settings that event.yaml does not have, with the nearest that it has. */
export function unknownSettings(names: readonly string[], path: readonly PropertyKey[]): string {
  const known =
    path.length === 0
      ? [...Object.keys(strictEventSchema.shape), 'index_table', 'sources']
      : (inner[String(path[0])] ?? [])
  const [closest] = closestNames(names[0] ?? '', known, 1)
  const guess = closest === undefined ? '' : `. Did you mean "${closest}"?`
  return `unknown setting ${names.map((name) => `"${name}"`).join(', ')}${guess}`
}
