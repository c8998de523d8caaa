/**
 * How often the server says `current_version` to all, in milliseconds. Silence for 2.5 of these is a dead connection.
 * [P8]
 */
export const heartbeatInterval = 10_000
