import { asyncapiDocument } from './asyncapi.ts'
import { type Fields, fieldsOfProtocol, writeFields } from './frozen-fields.ts'
import { fieldsOfHttp } from './http/http-fields.ts'
import { openapiDocument } from './http/openapi.ts'
import { protocolSchema } from './json-schema.ts'
import { wideJson } from './wide-json.ts'

/** The folder of the documents, from the root. */
export const protocolFolder = 'docs/protocol'
export const frozenFile = 'v1.fields.txt'
const frozenHttpFile = 'openapi.fields.txt'

export interface ProtocolDocuments {
  /** The file with the list of promises. */
  readonly frozenFile: string
  readonly fields: Fields
  /** The text of every generated file, by its name. */
  readonly files: ReadonlyMap<string, string>
}

/** The documents of the live protocol that the present code makes. */
export function protocolDocuments(): ProtocolDocuments {
  const schema = protocolSchema()
  const fields = fieldsOfProtocol(schema)
  const files = new Map([
    ['v1.json', `${wideJson(schema)}\n`],
    ['asyncapi.json', `${wideJson(asyncapiDocument())}\n`],
    [frozenFile, writeFields(fields)],
  ])
  return { frozenFile, fields, files }
}

/** The documents of the public routes. */
export function httpDocuments(): ProtocolDocuments {
  const fields = fieldsOfHttp()
  const files = new Map([
    ['openapi.json', `${wideJson(openapiDocument())}\n`],
    [frozenHttpFile, writeFields(fields, 'version 1 of the public routes')],
  ])
  return { frozenFile: frozenHttpFile, fields, files }
}
