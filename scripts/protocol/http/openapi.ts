import type { SchemaNode } from '../field.ts'
import { answerComponents } from './answer-schemas.ts'
import { routes } from './paths.ts'

/** The OpenAPI 3.1 document of all public routes. */
export function openapiDocument() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Paddock public data',
      version: '1',
      description:
        'What a running Paddock answers to everybody. Nobody signs in. Whoever wants each change at once connects to the live ' +
        'protocol, which asyncapi.json describes. HEAD is answered as GET, without a body; bodies are compressed as ' +
        'Accept-Encoding asks for. Further fields and headers may come at any time: ignore what you do not know.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: '{origin}',
        description: 'A running Paddock',
        variables: {
          origin: { default: 'http://localhost:3000', description: 'Where Paddock listens: HOST and PORT.' },
        },
      },
    ],
    security: [],
    paths: routes,
    components: { schemas: answerComponents() },
  } satisfies SchemaNode
}
