import type { ReactNode } from 'react'

interface Props {
  readonly className: string
  readonly kind?: string
  readonly children: ReactNode
}

/** A text in a box of fixed size, which is made smaller until it is whole. */
export function PlateText({ className, kind, children }: Props) {
  return (
    <span className={className} data-kind={kind} data-fit="0">
      <span>{children}</span>
    </span>
  )
}
