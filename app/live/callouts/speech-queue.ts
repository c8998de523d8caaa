/** How many sentences may wait while one is spoken; beyond that the oldest are out of date, and dropped. */
export const mostWaiting = 3

export interface SpeechQueue {
  say(sentence: string): void
  /** Cuts off the current sentence and drops the waiting ones. */
  silence(): void
}

/**
 * Speaks one sentence after the other. `speak` starts one, calls `done` when it has ended or failed, and returns how to
 * cut it off.
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
      // The end of a sentence that was cut off, or a second end of one, must not start the next.
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
