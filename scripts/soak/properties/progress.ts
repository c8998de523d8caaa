import { counted } from './tally.ts'

/** Where lines go: a terminal, a file, or a test. */
export interface Output {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Progress {
  done(cases: number): void
  end(): void
}

/** Writes the progress: on one changing line in a terminal, elsewhere a line for every tenth. */
export function showProgress(output: Output, planned: number): Progress {
  const began = performance.now()
  let tenth = 0

  return {
    done(cases) {
      if (cases === 0) return
      const seconds = (performance.now() - began) / 1000
      const left = Math.ceil((seconds / cases) * (planned - cases))
      const share = Math.floor((100 * cases) / planned)
      const text = `${share} %, ${counted(cases)} cases, ${counted(Math.round(cases / seconds))} a second, ${left} s left`
      if (output.isTTY) output.write(`\r\x1b[K${text}`)
      else if (Math.floor(share / 10) > tenth) output.write(`${text}\n`)
      tenth = Math.floor(share / 10)
    },
    end() {
      if (output.isTTY) output.write('\r\x1b[K')
    },
  }
}
