/** How long to wait before the next try, at most, in milliseconds. */
const longestPause = 15_000

/**
 * Loads a part of the program, and tries again until it is there: on a bad network a part that failed must not break
 * the page that has everything else. `onFailure` hears of every try that failed; `pause` waits so many milliseconds.
 */
export async function retryImport<Part>(
  load: () => Promise<Part>,
  pause: (milliseconds: number) => Promise<void> = wait,
  onFailure: () => void = () => {},
): Promise<Part> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await load()
    } catch {
      onFailure()
      await pause(Math.min(longestPause, 1000 * 2 ** tries))
    }
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
