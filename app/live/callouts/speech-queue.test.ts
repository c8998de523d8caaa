import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSpeechQueue, mostWaiting } from './speech-queue.ts'

/** A queue whose engine speaks each sentence until `finish()`. */
function engine() {
  const said: string[] = []
  const cut: string[] = []
  const done: (() => void)[] = []
  const queue = createSpeechQueue((sentence, finish) => {
    said.push(sentence)
    done.push(finish)
    return () => cut.push(sentence)
  })
  return { queue, said, cut, finish: () => done.at(-1)?.(), done }
}

test('sentences are spoken in order, one at a time', () => {
  const { queue, said, finish } = engine()
  queue.say('one')
  queue.say('two')
  expect(said).toEqual(['one'])
  finish()
  finish()
  queue.say('three')
  expect(said).toEqual(['one', 'two', 'three'])
})

test('when more than three sentences wait, the oldest of them are dropped', () => {
  const { queue, said, finish } = engine()
  for (const sentence of ['1', '2', '3', '4', '5', '6']) queue.say(sentence)
  for (let times = 0; times < 6; times += 1) finish()
  expect(said).toEqual(['1', '4', '5', '6'])
})

test('silence cuts off the current sentence and drops the waiting ones; a later sentence is spoken', () => {
  const { queue, said, cut, done, finish } = engine()
  queue.say('one')
  queue.say('two')
  queue.silence()
  // Engines report the end of a sentence that was cut off, too.
  done[0]?.()
  expect([said, cut]).toEqual([['one'], ['one']])
  queue.say('three')
  done[0]?.()
  finish()
  expect(said).toEqual(['one', 'three'])
})

test('an engine that fails at once does not block the queue, nor does a second end skip a sentence', () => {
  const said: string[] = []
  const failing = createSpeechQueue((sentence, finish) => {
    said.push(sentence)
    finish()
    return () => undefined
  })
  for (const sentence of ['1', '2', '3']) failing.say(sentence)
  expect(said).toEqual(['1', '2', '3'])

  const { queue, said: heard, done } = engine()
  for (const sentence of ['1', '2', '3']) queue.say(sentence)
  done[0]?.()
  done[0]?.()
  expect(heard).toEqual(['1', '2'])
})

test('after any events, at most one sentence is spoken at a time and the newest is not dropped', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('say', 'finish', 'silence')), (events) => {
      let speaking = 0
      let finish: (() => void) | undefined
      const said: string[] = []
      const queue = createSpeechQueue((sentence, done) => {
        speaking += 1
        expect(speaking).toBe(1)
        said.push(sentence)
        finish = () => {
          finish = undefined
          speaking -= 1
          done()
        }
        return () => {
          finish = undefined
          speaking -= 1
        }
      })
      events.forEach((event, index) => {
        if (event === 'say') queue.say(`${index}`)
        else if (event === 'finish') finish?.()
        else queue.silence()
      })
      for (let times = 0; times <= mostWaiting; times += 1) finish?.()
      const last = events.lastIndexOf('say')
      if (last > events.lastIndexOf('silence')) expect(said.at(-1)).toBe(`${last}`)
    }),
  )
})
