/**
 * The time between two `current_version` broadcasts, in milliseconds. After 2.5 of it in silence a connection is dead.
 * In a file without schemas, because the page's first load needs it. [P8]
 */
export const heartbeatInterval = 10_000
