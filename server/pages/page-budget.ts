/** There is more work than the budget and its queue hold. */
export class Busy extends Error {}

export interface PageBudget {
  /**
   * Does the work when it is its turn. Rejects with Busy when the queue is full, and when nobody wants the result any
   * more: then the work is not done.
   */
  run<Result>(work: () => Promise<Result>, isWanted: () => boolean): Promise<Result>
  /** The number of works under way, and of those that wait. */
  load(): { readonly working: number; readonly waiting: number }
}

/** At most `most` works at once; `queue` more wait for their turn, first come, first served. */
export function createPageBudget({ most, queue }: { readonly most: number; readonly queue: number }): PageBudget {
  let working = 0
  const waiting: { readonly start: () => void; readonly isWanted: () => boolean; readonly drop: () => void }[] = []

  function startNext(): void {
    while (working < most) {
      const next = waiting.shift()
      if (!next) return
      if (next.isWanted()) next.start()
      else next.drop()
    }
  }

  return {
    async run(work, isWanted) {
      if (working >= most) {
        if (waiting.length >= queue) dropUnwanted()
        if (waiting.length >= queue) throw new Busy('Too many pages are asked for at once.')
        await new Promise<void>((resolve, reject) => {
          const drop = () => reject(new Busy('Nobody waits for this page any more.'))
          waiting.push({ start: take(resolve), isWanted, drop })
        })
      } else working += 1
      try {
        return await work()
      } finally {
        working -= 1
        startNext()
      }
    },
    load: () => ({ working, waiting: waiting.length }),
  }

  function take(start: () => void): () => void {
    return () => {
      working += 1
      start()
    }
  }

  function dropUnwanted(): void {
    const wanted = waiting.filter(({ isWanted }) => isWanted())
    for (const one of waiting) if (!wanted.includes(one)) one.drop()
    waiting.splice(0, waiting.length, ...wanted)
  }
}
