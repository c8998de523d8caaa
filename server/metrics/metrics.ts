import type { Server } from 'node:http'
import type { MetricsServerParts } from './metrics-server.ts'
import type { Durations, Readings } from './readings.ts'

export interface Metrics {
  readonly durations: Durations
  /** The listener, which does not listen yet. Undefined when metrics are off. */
  serve(read: () => Promise<Readings>, parts: Pick<MetricsServerParts, 'addresses' | 'logger'>): Server | undefined
}

/** Nothing is loaded for metrics that are off: prom-client takes 12 MB. */
export async function openMetrics(isOn: boolean): Promise<Metrics> {
  if (!isOn) return { durations: ignored, serve: () => undefined }
  const { createRegistry } = await import('./registry.ts')
  const { createMetricsServer } = await import('./metrics-server.ts')
  const { contentType, durations, scrape } = createRegistry()
  return {
    durations,
    serve: (read, parts) => createMetricsServer({ ...parts, contentType, scrape: () => scrape(read) }),
  }
}

const ignore = () => {}
const ignored: Durations = { pass: ignore, template: ignore, save_to_send: ignore, page_render: ignore }
