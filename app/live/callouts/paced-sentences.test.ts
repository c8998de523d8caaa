import { expect, test } from 'vitest'
import { createPacedSentences } from './paced-sentences.ts'

/** A pause that is over when the test says so. */
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

test('the first is shown at once, and what comes in the pause after it as one, then nothing', () => {
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

test('nothing to say shows nothing', () => {
  const { say, shown } = paced()
  say([])
  expect(shown).toEqual([])
})

test('after a stop nothing more is shown', () => {
  const { say, stop, shown, pause } = paced()
  say(['One'])
  say(['Two'])
  stop()
  pause()
  expect(shown).toEqual(['One.'])
})
