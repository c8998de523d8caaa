import { QrCode } from '../../qr/qr-code.tsx'
import { qrSvg } from '../../qr/qr-svg.ts'

/** An address as a QR code, as a link and as a picture for a poster: phones of the same network open it. */
export function ShareCode({ url, label }: { readonly url: string; readonly label: string }) {
  return (
    <figure>
      <QrCode text={url} label={label} width={176} />
      <figcaption>
        <a href={url}>{url}</a> ·{' '}
        <a href={`data:image/svg+xml,${encodeURIComponent(qrSvg(url))}`} download="paddock-qr.svg">
          Download as SVG
        </a>
      </figcaption>
    </figure>
  )
}
