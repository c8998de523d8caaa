import type { Screen } from '../../../lib/desk/desk-state.ts'
import styles from './desk-panel.module.css'

interface Props {
  readonly screen: Screen
  readonly classes: readonly string[]
}

/** The remote control of one screen: all classes, one class, or the podium of a class, place by place. */
export function SteerForms({ screen, classes }: Props) {
  const { name, scene } = screen
  const wanted = scene.kind === 'auto' ? classes[0] : scene.class
  // A class that the list does not have any more stays in the choice while the screen shows it.
  const codes = wanted === undefined || classes.includes(wanted) ? classes : [wanted, ...classes]
  return (
    <>
      {scene.kind === 'podium' && <PodiumForm name={name} classCode={scene.class} shown={scene.shown} />}
      <form method="post" action="/api/admin/desk" className={styles.row}>
        <input type="hidden" name="change" value="steer" />
        <input type="hidden" name="name" value={name} />
        <button type="submit" name="scene" value="auto" className={styles.button} disabled={scene.kind === 'auto'}>
          All classes
        </button>
        {codes.length > 0 && (
          <>
            <select
              key={wanted}
              name="class"
              aria-label={`Class for ${name}`}
              className={styles.select}
              defaultValue={wanted}
            >
              {codes.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </select>
            <button type="submit" name="scene" value="class" className={styles.button}>
              This class
            </button>
            <button type="submit" name="scene" value="podium-0" className={styles.button}>
              Its podium
            </button>
          </>
        )}
      </form>
    </>
  )
}

interface PodiumProps {
  readonly name: string
  readonly classCode: string
  readonly shown: number
}

const next = ['Show 3rd', 'Show 2nd', 'Show 1st']

/** The awards: one place more, or one back. */
function PodiumForm({ name, classCode, shown }: PodiumProps) {
  return (
    <form method="post" action="/api/admin/desk" className={styles.row}>
      <input type="hidden" name="change" value="steer" />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="class" value={classCode} />
      {shown < next.length && (
        <button type="submit" name="scene" value={`podium-${shown + 1}`} className={styles.main}>
          {next[shown]}
        </button>
      )}
      {shown > 0 && (
        <button type="submit" name="scene" value={`podium-${shown - 1}`} className={styles.button}>
          Back
        </button>
      )}
    </form>
  )
}
