import type { PlaceLimits } from './places.ts'

/** Descriptors that the server itself needs: the log, the watched files, the template's process, what Next reads. */
const spareDescriptors = 128
/** Of all connections, so many are left for pages, and to tell clients that there is no place for their sockets. */
const reservedForPages = 0.1
/** A browser opens six connections to load a page. */
const leastReserved = 16
/** Of all connections, so many may be of one address: a whole audience can stand behind it, and others still get in. */
const shareOfAddress = 0.75

export interface ConnectionSettings {
  readonly maximumConnections: number
  readonly maximumConnectionsPerAddress: number | undefined
}

/** The limits of TCP connections and of socket.io's sessions, as far as the limit on open files has room for them. */
export function connectionLimits(
  { maximumConnections, maximumConnectionsPerAddress }: ConnectionSettings,
  openFiles: number | undefined,
): { readonly connections: PlaceLimits; readonly sessions: PlaceLimits } {
  const room = openFiles === undefined ? maximumConnections : Math.max(openFiles / 2, openFiles - spareDescriptors)
  const total = Math.floor(Math.min(maximumConnections, room))
  const perAddress = Math.min(total, maximumConnectionsPerAddress ?? Math.ceil(total * shareOfAddress))
  const sessionsOf = (most: number) =>
    most - Math.min(Math.floor(most / 2), Math.max(leastReserved, Math.floor(most * reservedForPages)))
  return {
    connections: { total, perAddress },
    sessions: { total: sessionsOf(total), perAddress: sessionsOf(perAddress) },
  }
}

/** The limit of this process on open files, which Node raises at its start; undefined where there is none. */
export function openFileLimit(): number | undefined {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } }
  const soft = report.userLimits?.open_files?.soft
  return typeof soft === 'number' ? soft : undefined
}
