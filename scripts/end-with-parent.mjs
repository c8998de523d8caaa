/**
 * Ends this process with SIGTERM within a second after its parent ended; the parent's id changes then.
 *
 * @param {{ readonly parent: () => number, readonly end: () => unknown }} [edges]
 */
export function endWithParent({ parent = () => process.ppid, end = () => process.kill(process.pid, 'SIGTERM') } = {}) {
  const first = parent()
  const timer = setInterval(() => {
    if (parent() === first) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}
