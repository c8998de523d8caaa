/**
 * How a request for a page was answered. kept: with an answer that was made before. shared: with one that several wait
 * for. own: with one that was made for it. desk: for signed-in people. busy, failed: with an error.
 */
const ways = ['kept', 'shared', 'own', 'desk', 'busy', 'failed'] as const

type Way = (typeof ways)[number]
export type PageAnswerCounts = Readonly<Record<Way, number>>

export interface PageAnswerCounter {
  add(way: Way): void
  /** The numbers since the start. */
  read(): PageAnswerCounts
}

export function countPageAnswers(): PageAnswerCounter {
  const counts = Object.fromEntries(ways.map((way) => [way, 0])) as Record<Way, number>
  return {
    add(way) {
      counts[way] += 1
    },
    read: () => ({ ...counts }),
  }
}
