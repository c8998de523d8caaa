import type { DeskApi } from '../../../lib/server-api/registry.ts'

// The process of the pages calls the server by messages: a call has a number, and its answer has the same number.

interface Call {
  readonly call: number
  readonly name: keyof DeskApi
  readonly parameters: readonly unknown[]
}

interface CallAnswer {
  readonly answer: number
  readonly value?: unknown
  readonly error?: string
}

type Send = (message: Call | CallAnswer) => void

/** In the server: answers a call with the result of `api`, or with the reason why it failed. Ignores other messages. */
export async function answerCall(message: unknown, api: DeskApi, send: Send): Promise<void> {
  if (!isCall(message)) return
  const { call: answer, name, parameters } = message
  try {
    const operation = api[name] as (...parameters: readonly unknown[]) => Promise<unknown>
    send({ answer, value: await operation(...parameters) })
  } catch (error) {
    send({ answer, error: error instanceof Error ? error.message : String(error) })
  }
}

/** In the process of the pages: the server's `api`, and a function that takes the messages of the server. */
export function createCalls(send: Send): { readonly api: DeskApi; readonly receive: (message: unknown) => void } {
  let last = 0
  const waiting = new Map<number, (answer: CallAnswer) => void>()

  function call<Value>(name: keyof DeskApi, ...parameters: readonly unknown[]): Promise<Value> {
    last += 1
    const number = last
    return new Promise((resolve, reject) => {
      waiting.set(number, ({ value, error }) => {
        waiting.delete(number)
        if (error === undefined) resolve(value as Value)
        else reject(new Error(error))
      })
      send({ call: number, name, parameters })
    })
  }

  return {
    api: {
      isSignedIn: (token) => call('isSignedIn', token),
      signOut: (token) => call('signOut', token),
      state: () => call('state'),
      release: (id) => call('release', id),
      keepOld: (id) => call('keepOld', id),
      changeDesk: (change) => call('changeDesk', change),
      erasePhones: () => call('erasePhones'),
      publicAddress: () => call('publicAddress'),
    },
    receive(message) {
      if (isAnswer(message)) waiting.get(message.answer)?.(message)
    },
  }
}

function isCall(message: unknown): message is Call {
  return typeof message === 'object' && message !== null && 'call' in message
}

function isAnswer(message: unknown): message is CallAnswer {
  return typeof message === 'object' && message !== null && 'answer' in message
}
