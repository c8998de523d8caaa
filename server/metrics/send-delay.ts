import type { LogState, Revision } from '../log/revision-log.ts'

/**
 * Returns a listener of the log that measures from the saving of a timing file to its revision, in milliseconds.
 * Subscribe it after what sends. A revision that no newer file led to, such as a released one, is not measured twice.
 */
export function measureSendDelay(
  { sourceAt: before }: Pick<LogState, 'sourceAt'>,
  report: (milliseconds: number) => void,
  now: () => number,
): (revision: Pick<Revision, 'sourceAt'>) => void {
  let last = before
  return ({ sourceAt }) => {
    if (sourceAt !== undefined && sourceAt !== last) report(now() - sourceAt)
    last = sourceAt
  }
}
