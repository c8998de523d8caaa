import { memo, type ReactNode } from 'react'
import type { ResultColumn } from '../../../lib/reader/result-columns.ts'
import { formatChoice, formatSort, type View, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { ClassHeading } from '../../../lib/scoring/class-code.ts'
import styles from './controls.module.css'
import { PageMenu } from './page-menu.tsx'
import { SortChoice } from './sort-choice.tsx'

interface Props {
  readonly choice: ViewChoice
  readonly onChoose: (change: Partial<ViewChoice>) => void
  readonly event: Event
  readonly classes: readonly ClassHeading[]
  /** The columns that the shown view can be sorted by, and that of its own order; undefined without a table. */
  readonly sorting: { readonly columns: readonly ResultColumn[]; readonly own: string } | undefined
  /** The number of entries that the search found; undefined without a search. */
  readonly found: number | undefined
  readonly entries: number
  /** Further rows of the menu. */
  readonly menu?: ReactNode
}

/** The views with a tab. The last two have one only where there is room, or while they are shown. */
const tabs: readonly (readonly [View, string])[] = [
  ['mine', 'Mine'],
  ['class', 'Class'],
  ['pax', 'PAX'],
  ['raw', 'Raw'],
  ['latest', 'Latest'],
  ['table', 'Table'],
  ['announcer', 'Announcer'],
  ['charts', 'Charts'],
]

const wideTabs: ReadonlySet<View> = new Set(['announcer', 'charts'])

/** The views, the menu and the search. Links and a form, so that they work without JavaScript. */
export function Controls({ choice, onChoose, event, classes, sorting, found, entries, menu }: Props) {
  return (
    <div className={styles.controls}>
      <Views choice={choice} onChoose={onChoose} />
      <PageMenu choice={choice} event={event}>
        {menu}
      </PageMenu>
      <search className={styles.search} data-searching={choice.search === '' ? undefined : ''}>
        <SearchForm choice={choice} onChoose={onChoose} classes={classes} sorting={sorting} />
        {choice.search.trim() !== '' && found !== undefined && (
          <p className={styles.found} role="status">
            {found} of {entries}
          </p>
        )}
      </search>
    </div>
  )
}

const Views = memo(function Views({ choice, onChoose }: Pick<Props, 'choice' | 'onChoose'>) {
  return (
    <nav aria-label="Views" className={styles.views}>
      {tabs.map(([view, name]) => (
        <a
          key={view}
          href={`/live${formatChoice({ ...choice, view, sort: [] })}`}
          className={wideTabs.has(view) ? `${styles.view} ${styles.wide}` : styles.view}
          aria-current={choice.view === view ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) return
            event.preventDefault()
            onChoose({ view, sort: [] })
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  )
})

/** Does not render when only the results change: the array of classes is new then, but its headings are equal. */
const SearchForm = memo(
  function SearchForm({
    choice,
    onChoose,
    classes,
    sorting,
  }: Pick<Props, 'choice' | 'onChoose' | 'classes' | 'sorting'>) {
    return (
      <form action="/live" onSubmit={(event) => event.preventDefault()}>
        {choice.view !== 'class' && <input type="hidden" name="view" value={choice.view} />}
        {choice.follow.map((name) => (
          <input key={name} type="hidden" name="follow" value={name} />
        ))}
        {choice.allRows && <input type="hidden" name="rows" value="all" />}
        {!sorting && choice.sort.length > 0 && <input type="hidden" name="sort" value={formatSort(choice.sort)} />}
        {classes.length > 1 && (
          <select
            name="class"
            className={styles.classes}
            aria-label="Class"
            value={choice.classCode}
            onChange={(event) => onChoose({ classCode: event.target.value })}
          >
            <option value="">All classes</option>
            {classes.map(({ code, name }) => (
              <option key={code} value={code}>
                {name ? `${code} · ${name}` : code}
              </option>
            ))}
          </select>
        )}
        {sorting && <SortChoice choice={choice} onChoose={onChoose} {...sorting} />}
        <input
          type="search"
          name="q"
          className={styles.field}
          placeholder="Search name, number, class, car"
          aria-label="Search name, number, class or car"
          autoComplete="off"
          maxLength={100}
          value={choice.search}
          onChange={(event) => onChoose({ search: event.target.value })}
        />
      </form>
    )
  },
  (before, after) =>
    before.choice === after.choice &&
    before.onChoose === after.onChoose &&
    before.sorting === after.sorting &&
    sameHeadings(before.classes, after.classes),
)

function sameHeadings(before: readonly ClassHeading[], after: readonly ClassHeading[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ code, name }, index) => code === after[index]?.code && name === after[index]?.name)
  )
}
