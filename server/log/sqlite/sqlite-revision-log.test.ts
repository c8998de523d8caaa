import { describeRevisionLog } from '../revision-log.contract.ts'
import { createSqliteStorage } from './sqlite-storage.fixture.ts'
import { defaultRetention } from './write-log.ts'

const short = { ...defaultRetention, keepRevisions: 8, snapshotRevisions: 3 }

describeRevisionLog('the SQLite log', { durable: true, createStorage: (warn) => createSqliteStorage(warn) })
describeRevisionLog('the SQLite log with a short retention', {
  durable: true,
  createStorage: (warn) => createSqliteStorage(warn, short),
})
