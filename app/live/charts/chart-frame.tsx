import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import styles from './charts-view.module.css'
import type { LineChartProps } from './line-chart.tsx'

interface Props {
  readonly chart: Omit<LineChartProps, 'height'> | undefined
  readonly size: 'low' | 'high'
  /** Whether the data are being loaded: the space of the chart is reserved. */
  readonly loading: boolean
  /** The text where there is no chart. */
  readonly instead: string
  /** The same data for readers who cannot see or use the chart. */
  readonly table: ReactNode
  readonly tableIsOpen?: boolean
}

const heights = { low: 240, high: 520 }

/** One chart, and the same data as a table below it. */
export function ChartFrame({ chart, size, loading, instead, table, tableIsOpen = false }: Props) {
  const { LineChart, failed } = useLineChart()
  const note = failed ? 'The chart could not be loaded; the table shows the same data.' : instead
  return (
    <>
      <div className={`${styles.frame} ${chart || loading ? styles[size] : ''}`}>
        {chart && LineChart && <LineChart {...chart} height={heights[size]} />}
        {(!chart || failed) && <p className={styles.instead}>{note}</p>}
      </div>
      {table && (
        <details className={styles.table} open={tableIsOpen}>
          <summary>As a table</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must reach a region that scrolls sideways */}
          <section className={styles.scroll} tabIndex={0} aria-label="Table">
            {table}
          </section>
        </details>
      )}
    </>
  )
}

/** The chart library, which is loaded with the first chart and with no other view. */
function useLineChart() {
  const [loaded, setLoaded] = useState<{ LineChart?: ComponentType<LineChartProps>; failed?: boolean }>({})
  useEffect(() => {
    import('./line-chart.tsx').then(
      ({ LineChart }) => setLoaded({ LineChart }),
      () => setLoaded({ failed: true }),
    )
  }, [])
  return loaded
}
