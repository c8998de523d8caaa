import { type Stored, storedText } from '../browser/stored.ts'

/** `on` while this browser has asked the server for notifications, for all its tabs. The server can have erased it. */
export const storedPush: Stored = storedText('paddock.push')
