/** The only path of the listener of the metrics. */
export const metricsPath = '/metrics'
