import { expect, test } from 'vitest'
import { createPacedSentences } from './paced-sentences.ts'

/** Paced sentences whose pause lasts until `pause()`. */
function paced() {
  const shown: string[] = []
  let over: (() => void) | undefined
  const sentences = createPacedSentences(
    (text) => shown.push(text),
    (then) => {
      over = then
      return () => {
        over = undefined
      }
    },
  )
  const pause = () => {
    const then = over
    over = undefined
    then?.()
  }
  return { ...sentences, shown, pause }
}

test('the first sentence is shown at once, those said in the pause after it as one text, then an empty text', () => {
  const { say, shown, pause } = paced()
  say(['One'])
  say(['Two'])
  say(['Three', 'Four'])
  expect(shown).toEqual(['One.'])
  pause()
  expect(shown).toEqual(['One.', 'Two. Three. Four.'])
  pause()
  expect(shown).toEqual(['One.', 'Two. Three. Four.', ''])
  say(['Five'])
  expect(shown.at(-1)).toBe('Five.')
})

test('an empty list of sentences shows nothing', () => {
  const { say, shown } = paced()
  say([])
  expect(shown).toEqual([])
})

test('after stop, the sentences that wait are not shown', () => {
  const { say, stop, shown, pause } = paced()
  say(['One'])
  say(['Two'])
  stop()
  pause()
  expect(shown).toEqual(['One.'])
})
