import type { Standings } from '../../../lib/standings/standings.ts'
import table from '../sheet/sheet-table.module.css'
import styles from './announcer-view.module.css'

/** The classes of the day, each with its number of entries and trophies. */
export function ClassesToday({ standings: { classes, raw } }: { readonly standings: Standings }) {
  const isNamed = classes.some(({ name }) => name)
  return (
    <section>
      <h3 className={styles.heading}>
        Classes today{' '}
        <span className={styles.age}>
          {raw.length} entries · {classes.length} classes
        </span>
      </h3>
      <table className={table.table} aria-label="Classes today">
        <thead>
          <tr>
            <th scope="col">Class</th>
            {isNamed && <th scope="col">Name</th>}
            <th scope="col" className={table.figure}>
              Entries
            </th>
            <th scope="col" className={table.figure}>
              Trophies
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map(({ code, name, entries, trophies }) => (
            <tr key={code}>
              <th scope="row">{code || 'No class'}</th>
              {isNamed && <td>{name}</td>}
              <td className={table.figure}>{entries.length}</td>
              <td className={table.figure}>{trophies}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
