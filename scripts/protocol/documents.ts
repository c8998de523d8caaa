import { asyncapiDocument } from './asyncapi.ts'
import { type Fields, fieldsOfProtocol, writeFields } from './frozen-fields.ts'
import { protocolSchema } from './json-schema.ts'
import { wideJson } from './wide-json.ts'

/** The folder of the documents, from the root. */
export const protocolFolder = 'docs/protocol'
export const frozenFile = 'v1.fields.txt'

export interface ProtocolDocuments {
  readonly fields: Fields
  /** The text of every generated file, by its name. */
  readonly files: ReadonlyMap<string, string>
}

/** The documents that the present code makes. */
export function protocolDocuments(): ProtocolDocuments {
  const schema = protocolSchema()
  const fields = fieldsOfProtocol(schema)
  const files = new Map([
    ['v1.json', `${wideJson(schema)}\n`],
    ['asyncapi.json', `${wideJson(asyncapiDocument())}\n`],
    [frozenFile, writeFields(fields)],
  ])
  return { fields, files }
}
