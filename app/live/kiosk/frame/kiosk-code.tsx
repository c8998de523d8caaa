import { QrCode } from '../../../qr/qr-code.tsx'
import { useInBrowser } from '../../browser/use-in-browser.ts'
import styles from './kiosk-foot.module.css'

interface Props {
  /** Where spectators find the server, as an origin; undefined: the one that this screen has opened. */
  readonly origin: string | undefined
}

/** The address of the results in the corner of the big screen, as a QR code and in words. */
export function KioskCode({ origin }: Props) {
  const inBrowser = useInBrowser()
  const found = origin ?? (inBrowser && !isLoopback(location.hostname) ? location.origin : undefined)
  if (found === undefined) return null
  return (
    <p className={styles.code}>
      <span className={styles.where}>
        <b>
          Results on
          <br />
          your phone
        </b>
        <br />
        {found.replace(/^https?:\/\//, '')}
      </span>
      <QrCode text={`${found}/live`} label="QR code of the results" className={styles.qr} />
    </p>
  )
}

/** No phone opens the address of a screen that shows its own machine. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}
