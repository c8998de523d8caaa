import type { PageAnswer } from './page-answer.ts'
import type { PageSnapshot } from './render/page-snapshots.ts'

/** The bytes of all kept answers; the oldest go first. */
const mostBytes = 64 * 1024 * 1024

interface Kept {
  readonly snapshot: number
  readonly making: Promise<PageAnswer>
  /** Once it is made. */
  answer: PageAnswer | undefined
  /** The answer of a newer snapshot, made after this one: all waiting requests share it. */
  next: Promise<PageAnswer> | undefined
}

export interface KeptAnswers {
  /** The answer of the newest snapshot, when it is made already. */
  ready(path: string): PageAnswer | undefined
  /** Makes the answer of the newest snapshot; requests that come meanwhile share it. Rejects as `make` does. */
  get(path: string): Promise<PageAnswer>
}

/**
 * Keeps one answer a path, of the newest snapshot. One path is made once at a time: while lists change faster than
 * pages are made, the waiting requests share the next rendering. A failed one is forgotten.
 */
export function createKeptAnswers(
  newest: () => PageSnapshot,
  make: (path: string, snapshot: PageSnapshot) => Promise<PageAnswer>,
  limit: number = mostBytes,
): KeptAnswers {
  const kept = new Map<string, Kept>()

  function start(path: string): Promise<PageAnswer> {
    const snapshot = newest()
    const making = make(path, snapshot)
    const one: Kept = { snapshot: snapshot.id, making, answer: undefined, next: undefined }
    // The end of the map: the order is that of their making.
    kept.delete(path)
    kept.set(path, one)
    making.then(
      (answer) => {
        one.answer = answer
        dropSome(snapshot.id)
      },
      () => {
        if (kept.get(path) === one) kept.delete(path)
      },
    )
    return making
  }

  /** Drops the answers of other snapshots, and the oldest while there are too many bytes. */
  function dropSome(snapshot: number): void {
    let bytes = 0
    for (const [path, { answer, snapshot: own }] of [...kept].reverse()) {
      if (!answer) continue
      bytes += answer.size()
      if (own !== snapshot || bytes > limit) kept.delete(path)
    }
  }

  return {
    ready(path) {
      const one = kept.get(path)
      return one?.snapshot === newest().id ? one.answer : undefined
    },
    get(path) {
      const one = kept.get(path)
      if (!one) return start(path)
      if (one.snapshot === newest().id) return one.making
      if (one.answer) return start(path)
      one.next ??= one.making.then(
        () => start(path),
        () => start(path),
      )
      return one.next
    },
  }
}
