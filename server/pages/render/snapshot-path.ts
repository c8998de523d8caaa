/** Where the process of the pages takes the next snapshot; no page can have this path. */
export const snapshotPath = '/_paddock/snapshot'
