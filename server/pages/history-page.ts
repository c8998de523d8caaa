import type { IncomingMessage, ServerResponse } from 'node:http'
import { createPageAnswer, type PageAnswer, sendAnswer } from './page-answer.ts'

interface History {
  readonly json: string
}

const path = '/live/history.json'

/**
 * Answers with the changes of runs of the day, of one class (`?class=`) or all: the data of the charts. `history` gives
 * the same object while nothing changes, and it is compressed once. Returns false for every other request.
 */
export function serveHistory(
  history: (classCode: string | undefined) => History,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const answers = new WeakMap<History, PageAnswer>()
  return (request, response) => {
    const [asked, query] = (request.url ?? '').split('?', 2)
    if (asked !== path || request.method === 'POST') return false
    const found = history(new URLSearchParams(query).get('class') ?? undefined)
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' }
    const answer = answers.get(found) ?? createPageAnswer(200, headers, Buffer.from(found.json))
    answers.set(found, answer)
    sendAnswer(request, response, answer)
    return true
  }
}
