import { heartbeatInterval } from '../../lib/sync/heartbeat.ts'
import { liveNamespace } from '../../lib/sync/protocol.ts'
import { definitionTexts } from './descriptions.ts'
import { type Example, readExamples } from './examples.ts'
import { isNode, type SchemaNode } from './field.ts'
import { messageSchemas, protocolSchema } from './json-schema.ts'

const reference = (path: string) => ({ $ref: `#/${path}` })

/** The AsyncAPI 3.0 document of the protocol. It refers to v1.json in the same folder for the messages. */
export function asyncapiDocument(): SchemaNode {
  const actions = [...messageSchemas.keys()]
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Paddock live protocol',
      version: '1',
      description:
        'Live results for motorsport: every browser holds the list that was last published. Written from the side of the ' +
        'server: it receives version_check and sends everything else.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    servers: { paddock: server },
    channels: {
      live: {
        address: liveNamespace,
        title: 'The live list',
        description:
          'A namespace of socket.io. The name of an event is the action of its message, and its only argument is the whole ' +
          `envelope. Over a WebSocket, one message is one text frame: 42${liveNamespace},["version_check",{"source":"browser",...}].`,
        servers: [reference('servers/paddock')],
        messages: Object.fromEntries(actions.map((action) => [action, reference(`components/messages/${action}`)])),
      },
    },
    operations: operationsOf(),
    components: { messages: messagesOf() },
  }
}

const server = {
  host: '{host}',
  pathname: '/socket.io/',
  protocol: 'socket.io',
  protocolVersion: '5',
  title: 'A running Paddock',
  description:
    'socket.io 4, which is version 5 of its protocol over version 4 of Engine.IO, by WebSocket or by long polling. Nobody ' +
    'signs in. Pages of other origins may connect if ALLOWED_ORIGINS names them; programs that send no Origin always may.',
  variables: { host: { default: 'localhost:3000', description: 'Where Paddock listens: HOST and PORT.' } },
}

function operationsOf(): SchemaNode {
  const channel = reference('channels/live')
  const messages = (...actions: string[]) => actions.map((action) => reference(`channels/live/messages/${action}`))
  return {
    answer: {
      action: 'receive',
      channel,
      title: 'Say what a browser missed',
      description:
        'If the version matches, nothing. Otherwise all_drivers, or update_drivers with from for a browser that sent ' +
        'catch_up, which then gets current_version in any case. What cannot be read is answered with problem.',
      messages: messages('version_check'),
      reply: { channel, messages: messages('all_drivers', 'update_drivers', 'current_version', 'problem') },
    },
    publish: {
      action: 'send',
      channel,
      title: 'Say what changed',
      description: 'To all, as soon as the list or the event is another one.',
      messages: messages('update_drivers'),
    },
    catchUp: {
      action: 'send',
      channel,
      title: 'Say what a slow browser missed',
      description:
        'A browser that does not take what is sent to it gets nothing more until it has, and then what it would have got ' +
        'for a version_check.',
      messages: messages('all_drivers', 'update_drivers', 'current_version'),
    },
    heartbeat: {
      action: 'send',
      channel,
      title: 'Say the newest version',
      description:
        `To all every ${heartbeatInterval / 1000} s, and when the publisher gets stuck or comes free again. ` +
        `Silence for ${(2.5 * heartbeatInterval) / 1000} s is a dead connection.`,
      messages: messages('current_version'),
    },
    desk: {
      action: 'send',
      channel,
      title: 'Say what the desk says',
      description:
        'To each browser first on its connection, if the desk ever said anything, and to all when it changes.',
      messages: messages('desk'),
    },
  }
}

function messagesOf(): SchemaNode {
  const { $defs } = protocolSchema()
  const { valid } = readExamples()
  const messages = [...messageSchemas.keys()].map((action) => {
    const { title, description } = definitionTexts[action] ?? {}
    const examples = (valid[action] ?? []).filter(({ name }) => name === 'bare' || name === 'full').map(asyncapiExample)
    const payload = { $ref: `./v1.json#/$defs/${action}` }
    if (!isNode($defs[action])) throw new Error(`v1.json has no ${action}.`)
    return [action, { name: action, title, description, payload, examples }]
  })
  return Object.fromEntries(messages)
}

function asyncapiExample({ name, summary, message }: Example) {
  return { name, summary, payload: message }
}
