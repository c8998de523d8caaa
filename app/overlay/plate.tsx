import type { ReactNode } from 'react'
import type { OverlayPart } from '../../lib/reader/overlay-choice.ts'

interface Props {
  readonly part: OverlayPart
  readonly label: string
  /** A plate that is not shown leaves the picture slowly, with what it had. */
  readonly shown: boolean
  /** Of an old list. */
  readonly stale: boolean
  readonly children: ReactNode
}

/** The dark ground of one part, so that it is read over any picture. */
export function Plate({ part, label, shown, stale, children }: Props) {
  return (
    <section
      className={`overlay-plate overlay-${part}`}
      aria-label={label}
      aria-hidden={!shown}
      data-shown={shown}
      data-stale={stale}
    >
      {children}
    </section>
  )
}
