import type { ChartLine } from './chart-line.ts'

/** The page's colours as a canvas needs them. */
export interface ChartColours {
  readonly quiet: string
  readonly grid: string
  readonly font: string
  readonly weight: string
  readonly ofLine: (line: ChartLine | undefined) => string
  /** After six lines the colours repeat, with dashes. */
  readonly dashOf: (line: ChartLine | undefined) => number[]
}

const hues = ['--accent', '--bad', '--good', '--best', '--warn', '--ink']
const dashes = [[], [8, 4], [2, 4]]

/** The colours of globals.css, as they now apply to an element. */
export function readColours(element: Element): ChartColours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const palette = hues.map(token)
  const quiet = token('--quiet')
  return {
    quiet,
    grid: faint(quiet, 0.2),
    font: style.fontFamily,
    weight: style.fontWeight,
    ofLine: (line) =>
      line === undefined || line.weight === 'faint' ? faint(quiet, 0.4) : (palette[line.hue % hues.length] ?? ''),
    dashOf: (line) => [...(dashes[Math.floor((line?.hue ?? 0) / hues.length) % dashes.length] ?? [])],
  }
}

function faint(colour: string, share: number): string {
  return `color-mix(in srgb, ${colour} ${share * 100}%, transparent)`
}

/** Calls `listener` when the theme or the system's colour scheme changes. Returns how to stop. */
export function watchColours(listener: () => void): () => void {
  const scheme = window.matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  scheme.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    scheme.removeEventListener('change', listener)
  }
}
