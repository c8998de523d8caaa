/** Returns `work` with a report: `report` gets how long each call took, in milliseconds, whether it failed or not. */
export function timed<Parameters extends readonly unknown[], Result>(
  work: (...parameters: Parameters) => Promise<Result>,
  report: (milliseconds: number) => void,
  elapsed: () => number,
): (...parameters: Parameters) => Promise<Result> {
  return async (...parameters) => {
    const began = elapsed()
    try {
      return await work(...parameters)
    } finally {
      report(elapsed() - began)
    }
  }
}
