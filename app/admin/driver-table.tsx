'use client'

import { memo, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { type Driver, type Drivers, displayName } from '../../lib/record/driver.ts'
import { createSearch, searchWords } from '../../lib/table/search.ts'
import { attributeOf, sortDrivers } from '../../lib/table/sort.ts'
import type { SortBy } from '../../lib/table/sort-by.ts'
import { SortableHeader } from '../table/sortable-header.tsx'
import styles from './driver-table.module.css'

export interface DriverFilter {
  readonly text: string
  /** A class as the files spell it; '' for all. */
  readonly classCode: string
}

/** The row to which a warning has led, by its driver_name: a new object each time. */
export interface WantedRow {
  readonly name: string
}

interface Props {
  readonly drivers: Drivers
  readonly filter: DriverFilter
  readonly onFilter: (filter: DriverFilter) => void
  readonly wanted: WantedRow | undefined
  /** The address of the desk with another order. */
  readonly linkOf: (sort: string) => string
  readonly sort: readonly SortBy[]
  readonly onSort: (attribute: string, added: boolean) => void
}

const firstAttributes = ['driver_name', 'display_name', 'class', 'number', 'car']
const numericAttributes = new Set(['number'])

/** All attributes of all drivers, as browsers have them. An update changes neither sort nor filter. */
export function DriverTable({ drivers, filter, onFilter, wanted, linkOf, sort, onSort }: Props) {
  const query = useDeferredValue(filter.text)
  const { classCode } = filter
  const classes = useMemo(() => classesOf(drivers), [drivers])
  const table = useRef<HTMLTableElement>(null)
  const [matches] = useState(createSearch)
  const attributes = useMemo(() => attributesOf(drivers), [drivers])
  const rows = useMemo(() => {
    const words = searchWords(query)
    const found = [...drivers.values()].filter(
      (driver) => (classCode === '' || driver.class === classCode) && matches(driver, words),
    )
    return sortDrivers(found, sort)
  }, [drivers, query, classCode, sort, matches])
  useScrollTo(table, wanted, query === filter.text)
  return (
    <section aria-label="Drivers" className={styles.section}>
      <div className={styles.controls}>
        <h2 className={styles.heading}>Drivers</h2>
        <select
          className={styles.classes}
          aria-label="Class"
          value={classCode}
          onChange={(event) => onFilter({ ...filter, classCode: event.target.value })}
        >
          <option value="">All classes</option>
          {classes.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </select>
        <input
          type="search"
          className={styles.filter}
          aria-label="Filter drivers"
          placeholder="Filter by name, number, class or car"
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
        <p className={styles.count} role="status">
          {rows.length} of {drivers.size}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard */}
      <section className={styles.scroll} aria-label="Driver table" tabIndex={0}>
        <table ref={table} className={styles.table}>
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
                  linkOf={linkOf}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((driver) => (
              <DriverRow
                key={driver.driver_name}
                driver={driver}
                attributes={attributes.key}
                wanted={driver.driver_name === wanted?.name}
              />
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

/** The classes as the files spell them, in the order of numbers and letters. */
function classesOf(drivers: Drivers): readonly string[] {
  const found = new Set([...drivers.values()].map((driver) => driver.class ?? ''))
  found.delete('')
  return [...found].sort(new Intl.Collator('en', { numeric: true }).compare)
}

/** Brings each wanted row into sight once, as soon as the table shows what the filter says. */
function useScrollTo(
  table: RefObject<HTMLTableElement | null>,
  wanted: WantedRow | undefined,
  isFiltered: boolean,
): void {
  const shown = useRef<WantedRow>(undefined)
  useEffect(() => {
    if (wanted === undefined || wanted === shown.current || !isFiltered) return
    shown.current = wanted
    const row = table.current?.querySelector(`tr[data-driver="${CSS.escape(wanted.name)}"]`)
    row?.scrollIntoView({ block: 'center' })
  }, [table, wanted, isFiltered])
}

interface RowProps {
  readonly driver: Driver
  readonly attributes: string
  readonly wanted: boolean
}

const DriverRow = memo(function DriverRow({ driver, attributes, wanted }: RowProps) {
  return (
    <tr
      data-driver={driver.driver_name}
      className={wanted ? styles.wanted : undefined}
      aria-current={wanted || undefined}
    >
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
