import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeptAnswers } from './kept-answers.ts'
import { createPageAnswer, type PageAnswer } from './page-answer.ts'

/** Answers whose making ends when the test says so; the body is `path@snapshot`. */
function createWorld(limit?: number) {
  let id = 1
  const makings: { readonly path: string; readonly id: number; readonly end: (failed?: boolean) => void }[] = []
  const made: string[] = []
  const kept = createKeptAnswers(
    () => ({ id, json: () => '' }),
    (path, snapshot) => {
      made.push(`${path}@${snapshot.id}`)
      return new Promise<PageAnswer>((resolve, reject) => {
        const end = (failed = false) => {
          if (failed) reject(new Error('The renderer ended.'))
          else resolve(createPageAnswer(200, {}, Buffer.from(`${path}@${snapshot.id}`)))
        }
        makings.push({ path, id: snapshot.id, end })
      })
    },
    limit,
  )
  const endAll = async () => {
    while (makings.length > 0) {
      makings.shift()?.end()
      await new Promise(setImmediate)
    }
  }
  return { kept, makings, made, endAll, change: () => (id += 1), id: () => id }
}
const bodyOf = async (answer: Promise<PageAnswer>) => String(await (await answer).bytes('identity'))

test('given ten requests for one path at once, then it is made once', async () => {
  const { kept, made, endAll } = createWorld()
  const answers = Array.from({ length: 10 }, () => kept.get('/live'))
  expect(kept.ready('/live')).toBeUndefined()
  await endAll()
  expect(new Set(await Promise.all(answers)).size).toBe(1)
  expect(kept.ready('/live')).toBeDefined()
  await kept.get('/live')
  expect(made).toEqual(['/live@1'])
})

test('given three new lists while a page is made, then those who ask meanwhile share one making of the newest', async () => {
  const { kept, made, endAll, change } = createWorld()
  const first = kept.get('/live')
  const later = [1, 2, 3].map(() => {
    change()
    return kept.get('/live')
  })
  await endAll()
  expect(await bodyOf(first)).toBe('/live@1')
  for (const answer of later) expect(await bodyOf(answer)).toBe('/live@4')
  expect(made).toEqual(['/live@1', '/live@4'])
})

test('given a making that failed, then the next request makes it again', async () => {
  const { kept, makings, made, endAll } = createWorld()
  const failed = kept.get('/live')
  makings.shift()?.end(true)
  await expect(failed).rejects.toThrow('The renderer ended.')
  const again = kept.get('/live')
  await endAll()
  expect(await bodyOf(again)).toBe('/live@1')
  expect(made).toEqual(['/live@1', '/live@1'])
})

test('given more bytes than the limit, then the oldest answers are made again', async () => {
  const { kept, made, endAll } = createWorld(10)
  for (const path of ['/aaa', '/bbb', '/aaa', '/bbb']) {
    void kept.get(path)
    await endAll()
  }
  expect(made).toEqual(['/aaa@1', '/bbb@1', '/aaa@1', '/bbb@1'])
})

test('whatever the order of requests, lists and ends, no answer is older than its request', async () => {
  const steps = fc.array(fc.constantFrom('get', 'other', 'change', 'end', 'fail'), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const { kept, makings, endAll, change, id } = createWorld()
      const asked: Promise<void>[] = []
      for (const step of order) {
        if (step === 'change') change()
        else if (step === 'end' || step === 'fail') {
          makings.shift()?.end(step === 'fail')
          await new Promise(setImmediate)
        } else {
          const [path, least] = [step === 'get' ? '/live' : '/other', id()]
          const check = bodyOf(kept.get(path)).then(
            (body) => expect(Number(body.split('@')[1])).toBeGreaterThanOrEqual(least),
            () => undefined,
          )
          asked.push(check)
        }
      }
      await endAll()
      await Promise.all(asked)
    }),
    { numRuns: 300 },
  )
})
