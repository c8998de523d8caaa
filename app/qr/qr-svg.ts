import { qrPath } from './qr-path.ts'

/** A QR code as the text of an SVG file, for posters. */
export function qrSvg(text: string): string {
  const { size, path } = qrPath(text)
  const box = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"`
  const light = `<path d="M0 0h${size}v${size}H0z" fill="#fff"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${light}<path d="${path}"/></svg>`
}
