import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { durationMetrics, type ReadMetric, readMetrics } from './metric-table.ts'
import { type Durations, durationNames, type Readings } from './readings.ts'

export interface MetricsRegistry {
  readonly contentType: string
  readonly names: readonly string[]
  readonly durations: Durations
  /** All metrics in the text format of Prometheus. Scrapes at the same time share one. */
  scrape(read: () => Promise<Readings>): Promise<string>
}

/** The metrics of Paddock, and those of a Node process: memory, CPU, event loop, garbage collection. */
export function createRegistry(): MetricsRegistry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const setters = readMetrics.map((metric) => registerRead(metric, registry))
  const durations = Object.fromEntries(durationNames.map((name) => [name, registerDuration(name, registry)]))
  let scraping: Promise<string> | undefined

  async function scrape(read: () => Promise<Readings>): Promise<string> {
    const readings = await read()
    for (const set of setters) set(readings)
    return registry.metrics()
  }

  return {
    contentType: registry.contentType,
    names: registry.getMetricsAsArray().map(({ name }) => name),
    durations: durations as Durations,
    scrape(read) {
      scraping ??= scrape(read).finally(() => {
        scraping = undefined
      })
      return scraping
    },
  }
}

/** Returns a function that sets the metric to what the readings say. */
function registerRead({ name, help, label, read }: ReadMetric, registry: Registry): (readings: Readings) => void {
  const settings = { name, help, registers: [registry], labelNames: label === undefined ? [] : [label] }
  const metric = name.endsWith('_total') ? new Counter(settings) : new Gauge(settings)
  return (readings) => {
    const reading = read(readings)
    metric.reset()
    if (typeof reading === 'number') metric.inc(reading)
    // Of a metric without labels, reset() leaves a 0, which would be a claim.
    else if (label === undefined) metric.remove()
    else for (const [value, number] of Object.entries(reading ?? {})) metric.inc({ [label]: value }, number)
  }
}

function registerDuration(name: keyof Durations, registry: Registry): (milliseconds: number) => void {
  const { bounds, ...settings } = durationMetrics[name]
  const histogram = new Histogram({ ...settings, buckets: [...bounds], registers: [registry] })
  return (milliseconds) => histogram.observe(Math.max(0, milliseconds) / 1000)
}
