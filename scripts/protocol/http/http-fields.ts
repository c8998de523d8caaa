import { fieldsOf, isNode, type SchemaNode } from '../field.ts'
import { type Fields, promiseOf } from '../frozen-fields.ts'
import { answerComponents } from './answer-schemas.ts'
import { routes } from './paths.ts'

/** What the public routes promise: parameters, answers, their headers, and the fields of JSON answers. */
export function fieldsOfHttp(): Fields {
  const fields = Object.entries(answerComponents()).flatMap(([name, node]) => fieldsOf(name, node))
  return new Map([
    ...Object.entries(routes).flatMap(([path, { get }]) => [
      ...(get.parameters ?? []).map(
        ({ name, schema }) => [`GET ${path} ?${name}`, keywords('optional', schema)] as const,
      ),
      ...Object.entries(get.responses).flatMap(([status, answer]) => answerPromises(`GET ${path} ${status}`, answer)),
    ]),
    ...fields.map((field) => [field.path, promiseOf(field)] as const),
  ])
}

function answerPromises(answer: string, { headers, content }: SchemaNode): (readonly [string, string])[] {
  const types = Object.entries(isNode(content) ? content : {})
  const names = Object.entries(isNode(headers) ? headers : {})
  return [
    [
      answer,
      types.map(([type, media]) => keywords(type, isNode(media) ? media.schema : undefined)).join(' ') || 'empty',
    ],
    ...names.map(
      ([name, header]) => [`${answer} ${name}`, keywords('required', isNode(header) ? header.schema : {})] as const,
    ),
  ]
}

function keywords(presence: string, schema: unknown): string {
  return [presence, ...Object.entries(Object(schema)).map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(
    ' ',
  )
}
