import { longestScreenName, mostScreens, type Screen } from '../../../lib/desk/desk-state.ts'
import styles from './desk-panel.module.css'
import { sceneWords } from './scene-words.ts'
import { ShareCode } from './share-code.tsx'
import { SteerForms } from './steer-forms.tsx'

interface Props {
  readonly screens: readonly Screen[]
  readonly classes: readonly string[]
  readonly address: string | undefined
  /** A name that was typed and refused. */
  readonly typed: string
}

/** The big screens by name: what each shows, what it is to show, and where it is opened. */
export function ScreenForms({ screens, classes, address, typed }: Props) {
  return (
    <div>
      <h3>Big screens</h3>
      <ul className={styles.list}>
        {screens.map((screen) => (
          <li key={screen.name}>
            <div className={styles.row}>
              <p>
                <b>
                  <bdi>{screen.name}</bdi>
                </b>{' '}
                shows <span data-scene={screen.scene.kind}>{sceneWords(screen.scene)}</span>
              </p>
              <a className={styles.button} href={screenPath(screen.name)} target="_blank" rel="noreferrer">
                Open
              </a>
              <form method="post" action="/api/admin/desk">
                <input type="hidden" name="change" value="remove_screen" />
                <input type="hidden" name="name" value={screen.name} />
                <button type="submit" className={styles.button} aria-label={`Remove ${screen.name}`}>
                  Remove
                </button>
              </form>
            </div>
            <SteerForms screen={screen} classes={classes} />
            {address !== undefined && (
              <details>
                <summary>QR code of this screen</summary>
                <ShareCode url={`${address}${screenPath(screen.name)}`} label={`QR code of ${screen.name}`} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {screens.length < mostScreens && (
        <form method="post" action="/api/admin/desk" className={styles.row}>
          <input type="hidden" name="change" value="add_screen" />
          <input
            className={styles.text}
            name="name"
            aria-label="Name of a screen"
            placeholder="Name, such as Tent"
            dir="auto"
            required
            maxLength={longestScreenName}
            defaultValue={typed}
            autoComplete="off"
          />
          <button type="submit" className={styles.button}>
            Add a screen
          </button>
        </form>
      )}
    </div>
  )
}

/** The big screen of this name. */
function screenPath(name: string): string {
  return `/live?${new URLSearchParams({ kiosk: '1', screen: name })}`
}
