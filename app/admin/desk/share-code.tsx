import { QrCode } from '../../qr/qr-code.tsx'
import styles from './desk-panel.module.css'

/** An address as a QR code and as a link: phones of the same network open it. */
export function ShareCode({ url, label }: { readonly url: string; readonly label: string }) {
  return (
    <figure className={styles.share}>
      <QrCode text={url} label={label} className={styles.qr} />
      <figcaption>
        <a href={url}>{url}</a>
      </figcaption>
    </figure>
  )
}
