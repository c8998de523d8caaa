import * as z from 'zod/mini'
import { attributeNamePattern, driverSchema, maximumAttributes } from '../../lib/record/driver-schema.ts'
import { eventSchema } from '../../lib/record/event.ts'
import { serverMessageSchema, versionCheckSchema } from '../../lib/sync/protocol.ts'
import { definitionTexts, documentText, fieldTexts } from './descriptions.ts'
import { mapFields, type SchemaNode } from './field.ts'

/** The schema that the code parses each message with, by its action. */
export const messageSchemas: ReadonlyMap<string, z.ZodMiniType> = new Map(
  [versionCheckSchema, ...serverMessageSchema.def.options].map((schema) => [
    String(schema.shape.action.def.values[0]),
    schema,
  ]),
)

export interface ProtocolSchema extends SchemaNode {
  readonly $defs: { readonly [name: string]: SchemaNode }
}

/** The JSON Schema of every message, made from the schemas that the code parses messages with. */
export function protocolSchema(): ProtocolSchema {
  const definitions = new Map<string, z.ZodMiniType>([
    ...messageSchemas,
    ['driver', driverSchema],
    ['event', eventSchema],
  ])
  const names = z.registry<{ id: string }>()
  for (const [id, schema] of definitions) names.add(schema, { id })

  const made = z.toJSONSchema(z.union([...messageSchemas.values()]), {
    io: 'input',
    metadata: names,
    override: addRules,
  })
  const described = [...definitions.keys()].map((name) => [name, describe(name, made.$defs?.[name] as SchemaNode)])
  return { $schema: made.$schema, ...documentText, anyOf: made.anyOf, $defs: Object.fromEntries(described) }
}

/** Adds as JSON Schema keywords what the schemas check by code. */
const addRules: NonNullable<z.core.ToJSONSchemaParams['override']> = ({ zodSchema, jsonSchema }) => {
  if (Object.is(zodSchema, driverSchema)) {
    jsonSchema.maxProperties = maximumAttributes
    jsonSchema.propertyNames = { pattern: attributeNamePattern.source }
  }
  // A text that is trimmed before its length is checked must contain more than blanks.
  const trims = zodSchema._zod.def.checks?.some((check) => check._zod.def.check === 'overwrite')
  if (trims && jsonSchema.minLength === 1) jsonSchema.pattern = '\\S'
}

/** Descriptions are not in lib/, because every phone downloads that. */
function describe(name: string, definition: SchemaNode): SchemaNode {
  return mapFields({ path: name, presence: 'definition', node: definition }, ({ path, presence, node }) => {
    if (presence === 'definition') return { ...definitionTexts[name], ...node }
    const description = fieldTexts[path]
    return description === undefined ? node : { description, ...node }
  })
}
