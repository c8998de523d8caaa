import { joinSpoken } from '../../../lib/wording/spoken-news.ts'

export interface PacedSentences {
  say(sentences: readonly string[]): void
  stop(): void
}

/**
 * Shows sentences one text after the other: the first at once, what comes within the pause after it joined, then
 * nothing. `wait` calls back when the pause is over, and returns how to call it off.
 */
export function createPacedSentences(
  show: (text: string) => void,
  wait: (then: () => void) => () => void,
): PacedSentences {
  let waiting: readonly string[] = []
  let callOff: (() => void) | undefined

  function next(): void {
    callOff = undefined
    show(joinSpoken(waiting))
    if (waiting.length === 0) return
    waiting = []
    callOff = wait(next)
  }

  return {
    say(sentences) {
      if (sentences.length === 0) return
      waiting = [...waiting, ...sentences]
      if (!callOff) next()
    },
    stop() {
      callOff?.()
      callOff = undefined
      waiting = []
    },
  }
}
