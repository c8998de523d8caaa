/** A server that ran for so long did not fail at once; its next failure counts as the first. Milliseconds. */
const longRun = 60_000
/** After so many failures at once, one more is the last. */
const mostRestarts = 6

/**
 * @typedef {{ readonly kind: 'end', readonly code: number }
 *   | { readonly kind: 'give up', readonly failures: number }
 *   | { readonly kind: 'restart', readonly failures: number, readonly delay: number }} Decision
 */

/**
 * What follows when the server ended. Code 0 is a stop, and code 1 says that it cannot start, for a reason that only a
 * person can mend; everything else is a fault. `failures` are those before, and `ran` is in milliseconds.
 *
 * @param {{ readonly code: number | null, readonly ran: number, readonly failures: number }} end
 * @returns {Decision}
 */
export function decide({ code, ran, failures: before }) {
  if (code === 0 || code === 1) return { kind: 'end', code }
  const failures = ran >= longRun ? 1 : before + 1
  if (failures > mostRestarts) return { kind: 'give up', failures }
  return { kind: 'restart', failures, delay: 500 * 2 ** (failures - 1) }
}
