import { type Field, fieldsOf } from './field.ts'
import type { ProtocolSchema } from './json-schema.ts'

/** Every field of the protocol by its path: whether it is required, and its type and limits. */
export type Fields = ReadonlyMap<string, string>

/** Keywords without a promise, and keywords whose content has lines of its own. */
const notPromised = new Set(['title', 'description', 'properties', 'required', 'items'])

export function fieldsOfProtocol(schema: ProtocolSchema): Fields {
  const fields = Object.entries(schema.$defs).flatMap(([name, node]) => fieldsOf(name, node))
  return new Map(fields.map((field) => [field.path, promiseOf(field)]))
}

/** Whether a field is required, and its type and limits. */
export function promiseOf({ presence, node }: Field): string {
  const hasOwnLines = (keyword: string, value: unknown) =>
    notPromised.has(keyword) || (keyword === 'additionalProperties' && typeof value === 'object')
  const keywords = Object.entries(node)
    .filter(([keyword, value]) => !hasOwnLines(keyword, value))
    .map(([keyword, value]) => `${keyword}=${JSON.stringify(value)}`)
  return [presence, ...keywords.sort()].join(' ')
}

/** The broken promises, one line each, and the paths of new fields. */
export function compareFields(frozen: Fields, now: Fields): { readonly breaks: string[]; readonly added: string[] } {
  const changed = [...frozen].flatMap(([path, promise]) => {
    const found = now.get(path)
    if (found === promise) return []
    return [found === undefined ? `${path} is gone` : `${path} was "${promise}" and is "${found}"`]
  })
  const added = [...now.keys()].filter((path) => !frozen.has(path))
  const demanded = added.flatMap((path) => {
    const around = aroundField(path)
    if (!frozen.has(around)) return []
    if (!now.get(path)?.startsWith('optional')) return [`${path} is new and not optional`]
    return frozen.has(`${around}.*`) ? [`${path} is new, and was any attribute that an event adds`] : []
  })
  return { breaks: [...changed, ...demanded], added }
}

/** The path of the field around a field: `driver` of `driver.*`, `event.classes` of `event.classes[]`. */
function aroundField(path: string): string {
  return path.replace(/(?:\[\]|\.[^.[]+)$/, '')
}

const head = (
  what: string,
) => `# What ${what} promises, field by field. It only ever grows: \`npm run protocol\` adds what is new
# and optional, and refuses everything else. Changing or taking away a line breaks programs that other people wrote.
`

export function writeFields(fields: Fields, what = 'version 1 of the live protocol'): string {
  return `${head(what)}${[...fields].map(([path, promise]) => `${path}: ${promise}\n`).join('')}`
}

export function readFields(text: string): Fields {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]))
}
