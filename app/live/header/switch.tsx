import styles from './switch.module.css'

interface Props {
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
  readonly name: string
  readonly about: string
  readonly disabled?: boolean
}

/** A setting of the menu that is on or off, with a line that explains it. */
export function Switch({ on, onSwitch, name, about, disabled = false }: Props) {
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        className={styles.box}
        checked={on}
        disabled={disabled}
        onChange={({ target }) => onSwitch(target.checked)}
      />
      <span>
        {name}
        <span className={styles.about}>{about}</span>
      </span>
    </label>
  )
}
