/** The longest pause between two attempts, in milliseconds. */
const longestPause = 15_000

/**
 * Repeats a dynamic import until it succeeds, with growing pauses: on a bad network a missing part must not break the
 * page. `pause` waits so many milliseconds; `onFailure` is called after each failed attempt.
 */
export async function retryImport<Part>(
  load: () => Promise<Part>,
  pause: (milliseconds: number) => Promise<void> = wait,
  onFailure: () => void = () => {},
): Promise<Part> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await load()
    } catch {
      onFailure()
      await pause(Math.min(longestPause, 1000 * 2 ** failures))
    }
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
