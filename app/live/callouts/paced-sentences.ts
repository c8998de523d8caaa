import { joinSpoken } from '../../../lib/wording/spoken-news.ts'

export interface PacedSentences {
  say(sentences: readonly string[]): void
  stop(): void
}

/**
 * Shows the first sentence at once, those said in the pause after it as one text, and at last ''. `wait` calls back
 * after one pause, and returns how to cancel it.
 */
export function createPacedSentences(
  show: (text: string) => void,
  wait: (then: () => void) => () => void,
): PacedSentences {
  let waiting: readonly string[] = []
  let cancel: (() => void) | undefined

  function next(): void {
    cancel = undefined
    show(joinSpoken(waiting))
    if (waiting.length === 0) return
    waiting = []
    cancel = wait(next)
  }

  return {
    say(sentences) {
      if (sentences.length === 0) return
      waiting = [...waiting, ...sentences]
      if (!cancel) next()
    },
    stop() {
      cancel?.()
      cancel = undefined
      waiting = []
    },
  }
}
