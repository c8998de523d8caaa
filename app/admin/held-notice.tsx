import type { HeldList } from '../../lib/server-api/pipeline-state.ts'
import styles from './notice.module.css'

const reasons: Readonly<Record<HeldList['reason'], string>> = {
  all_lost: 'The files have no drivers any more. The last list stays up until they have, or until you release this.',
  many_lost: 'The files lost many drivers at once: a half-written file, or the wrong one.',
  many_emptied:
    'Many drivers lost their class, their number or all their runs at once: another column, or the wrong file.',
  some_lost: 'The files lost drivers: published in a moment, if they still say so.',
  maybe_half_written: 'A file ends in the middle of a line: it may be half-written.',
  just_written: 'The first list of the event: its file is still being written.',
}

/** The held list: why it is held, what it would lose, and the choice to keep the old list or to publish it. */
export function HeldNotice({ held, now }: { readonly held: HeldList; readonly now: number }) {
  const wait = held.until === undefined ? undefined : Math.max(0, Math.ceil((held.until - now) / 1000))
  return (
    <section aria-label="Held list" className={styles.held}>
      <h2 className={styles.heading}>A list is held</h2>
      <p>{reasons[held.reason]}</p>
      <p>
        Shown: {held.shown} drivers. In the files: {held.found}.{named('Gone', held.lost)}
        {named('Emptied', held.emptied)}
        {wait !== undefined && ` Published in ${wait} s if the files still say so.`}
        {held.kept && ' You keep the old list: nothing changes until the timing software saves again.'}
      </p>
      <div className={styles.choices}>
        {!held.kept && held.reason !== 'just_written' && (
          <form method="post" action="/api/admin/keep">
            <input type="hidden" name="held" value={held.id} />
            <button type="submit" className={styles.button}>
              Keep the old list
            </button>
          </form>
        )}
        <ConfirmRelease key={held.id} held={held} />
      </div>
    </section>
  )
}

/** The release in two steps: first what it takes away, name by name, then the button. */
function ConfirmRelease({ held }: { readonly held: HeldList }) {
  const { id, lost, emptied, shown } = held
  return (
    <details className={styles.confirm}>
      <summary>Release …</summary>
      {lost.length > 0 && (
        <p>
          {lost.length} of {shown} drivers would be gone:
        </p>
      )}
      <Names names={lost} />
      {emptied.length > 0 && (
        <p>
          {emptied.length} of {shown} drivers would lose their class, their number or their runs:
        </p>
      )}
      <Names names={emptied} />
      <form method="post" action="/api/admin/release">
        <input type="hidden" name="held" value={id} />
        <button type="submit" className={styles.button}>
          Release: publish it now
        </button>
      </form>
    </details>
  )
}

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
    <ul className={styles.names} tabIndex={0} aria-label="Names">
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
}

function named(what: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const more = names.length > 12 ? ` and ${names.length - 12} more` : ''
  return ` ${what}: ${names.slice(0, 12).join(', ')}${more}.`
}

/** Shown after a release that was refused, since the files changed meanwhile. */
export function ReleaseRefused() {
  return (
    <section role="alert" className={styles.problem}>
      <h2 className={styles.heading}>Nothing was released</h2>
      <p>
        The files changed before you pressed the button. Look at what is held now, and press it again if that is meant.
      </p>
    </section>
  )
}
