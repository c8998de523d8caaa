/** Aborted when somebody ends the program: Ctrl-C, SIGTERM, or a terminal that closes. */
export function stopSignal(): AbortSignal {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())
  return stopped.signal
}
