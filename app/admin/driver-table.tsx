'use client'

import { memo, useDeferredValue, useMemo, useState } from 'react'
import { type Driver, type Drivers, displayName } from '../../lib/record/driver.ts'
import { createSearch, searchWords } from '../../lib/table/search.ts'
import { attributeOf, sortDrivers } from '../../lib/table/sort.ts'
import type { SortBy } from '../../lib/table/sort-by.ts'
import { SortableHeader } from '../table/sortable-header.tsx'
import styles from './driver-table.module.css'

interface Props {
  readonly drivers: Drivers
  readonly sort: readonly SortBy[]
  readonly onSort: (attribute: string, added: boolean) => void
}

const firstAttributes = ['driver_name', 'display_name', 'class', 'number', 'car']
const numericAttributes = new Set(['number'])

/** All attributes of all drivers, as browsers have them. An update changes neither sort nor filter. */
export function DriverTable({ drivers, sort, onSort }: Props) {
  const [filter, setFilter] = useState('')
  const query = useDeferredValue(filter)
  const [matches] = useState(createSearch)
  const attributes = useMemo(() => attributesOf(drivers), [drivers])
  const rows = useMemo(() => {
    const words = searchWords(query)
    const found = [...drivers.values()].filter((driver) => matches(driver, words))
    return sortDrivers(found, sort)
  }, [drivers, query, sort, matches])
  return (
    <section aria-label="Drivers" className={styles.section}>
      <div className={styles.controls}>
        <h2 className={styles.heading}>Drivers</h2>
        <input
          type="search"
          className={styles.filter}
          aria-label="Filter drivers"
          placeholder="Filter by name, number, class or car"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <p className={styles.count} role="status">
          {rows.length} of {drivers.size}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard */}
      <section className={styles.scroll} aria-label="Driver table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {attributes.list.map((attribute) => (
                <SortableHeader
                  key={attribute}
                  attribute={attribute}
                  title={attribute.replaceAll('_', ' ')}
                  numeric={numericAttributes.has(attribute)}
                  sort={sort}
                  onSort={onSort}
                  linkOf={(text) => `/admin?sort=${text}`}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((driver) => (
              <DriverRow key={driver.driver_name} driver={driver} attributes={attributes.key} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Every attribute that any driver has; `key` is their names joined by spaces. */
function attributesOf(drivers: Drivers): { readonly list: readonly string[]; readonly key: string } {
  const found = new Set(firstAttributes.slice(0, 1))
  for (const driver of drivers.values()) for (const attribute of Object.keys(driver)) found.add(attribute)
  const rest = [...found].filter((attribute) => !firstAttributes.includes(attribute) && attribute !== 'runs').sort()
  const list = [
    ...firstAttributes.filter((attribute) => found.has(attribute)),
    ...rest,
    ...(found.has('runs') ? ['runs'] : []),
  ]
  return { list, key: list.join(' ') }
}

const DriverRow = memo(function DriverRow({
  driver,
  attributes,
}: {
  readonly driver: Driver
  readonly attributes: string
}) {
  return (
    <tr data-driver={driver.driver_name}>
      {attributes.split(' ').map((attribute) =>
        attribute === 'driver_name' ? (
          <th key={attribute} scope="row" className={styles.name} title={displayName(driver)}>
            <bdi>{driver.driver_name}</bdi>
          </th>
        ) : (
          <td key={attribute} className={numericAttributes.has(attribute) ? styles.numeric : styles.cell}>
            <bdi>{textOf(driver, attribute)}</bdi>
          </td>
        ),
      )}
    </tr>
  )
})

function textOf(driver: Driver, attribute: string): string {
  const value = attributeOf(driver, attribute)
  if (!Array.isArray(value)) return value === undefined ? '' : String(value)
  return value
    .map((item) => (Array.isArray(item) ? item.map(shownRun).join('  ') : shownRun(item)))
    .join(Array.isArray(value[0]) ? '  |  ' : '  ')
}

function shownRun(run: string): string {
  return run === '' ? '–' : run
}
