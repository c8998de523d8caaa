/** How many sentences wait while one is spoken; when more come, the oldest are not worth hearing any more. */
export const mostWaiting = 3

export interface SpeechQueue {
  say(sentence: string): void
  /** Says nothing more: what waits is forgotten, what is being spoken is cut off. */
  silence(): void
}

/**
 * Says one sentence after the other. `speak` says one, calls `done` once when it was said or could not be, and returns
 * how to cut it off.
 */
export function createSpeechQueue(speak: (sentence: string, done: () => void) => () => void): SpeechQueue {
  let waiting: readonly string[] = []
  let current: { cutOff: () => void } | undefined

  function next(): void {
    const [sentence, ...rest] = waiting
    waiting = rest
    current = undefined
    if (sentence === undefined) return
    const spoken = { cutOff: () => {} }
    current = spoken
    spoken.cutOff = speak(sentence, () => {
      // The end of what was cut off, or an end that is told twice, must not start another.
      if (current === spoken) next()
    })
  }

  return {
    say(sentence) {
      waiting = [...waiting, sentence].slice(-mostWaiting)
      if (!current) next()
    },
    silence() {
      const spoken = current
      waiting = []
      current = undefined
      spoken?.cutOff()
    },
  }
}
