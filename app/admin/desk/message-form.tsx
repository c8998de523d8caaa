import { type DeskMessage, longestMessage } from '../../../lib/desk/desk-state.ts'
import { TimeOfDay } from '../../live/browser/time-of-day.tsx'
import styles from './desk-panel.module.css'

const prepared = [
  'Heat 2 in 20 min',
  'Heat 3 in 20 min',
  'Results are provisional',
  'Results are final',
  'Awards at 16:30',
  'Lunch until 13:00',
  'Drivers meeting now',
  'Running is stopped: please wait',
]
const listId = 'prepared-messages'

interface Props {
  readonly message: DeskMessage | undefined
  /** What was typed and refused. */
  readonly typed: string
}

/** The message on every page and screen: what is shown, a new one, and its end. */
export function MessageForm({ message, typed }: Props) {
  return (
    <div>
      <h3>Message to all</h3>
      {message ? (
        <form method="post" action="/api/admin/desk" className={styles.row}>
          <input type="hidden" name="change" value="withdraw" />
          <p>
            Shown since <TimeOfDay at={message.since} />: <b dir="auto">{message.text}</b>
          </p>
          <button type="submit" className={styles.button}>
            Withdraw
          </button>
        </form>
      ) : (
        <p>No message is shown.</p>
      )}
      <form method="post" action="/api/admin/desk" className={styles.row}>
        <input type="hidden" name="change" value="say" />
        <input
          className={styles.text}
          name="text"
          aria-label="New message"
          placeholder="Heat 3 in 20 min"
          list={listId}
          dir="auto"
          required
          maxLength={longestMessage}
          defaultValue={typed}
          autoComplete="off"
        />
        <datalist id={listId}>
          {prepared.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
        <button type="submit" className={styles.main}>
          {message ? 'Say this instead' : 'Say it'}
        </button>
      </form>
    </div>
  )
}
