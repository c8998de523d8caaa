import { qrPath } from './qr-path.ts'

interface Props {
  readonly text: string
  /** What it leads to, for readers who do not see it. */
  readonly label: string
  readonly className?: string | undefined
  /** CSS pixels; absent: as the style sheet says. */
  readonly width?: number | undefined
}

/** A QR code as an SVG that fills its box: black on white in every theme, since not every camera reads the inverse. */
export function QrCode({ text, label, className, width }: Props) {
  const { size, path } = qrPath(text)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className={className}
      width={width}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
