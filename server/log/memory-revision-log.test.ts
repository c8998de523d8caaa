import { openMemoryRevisionLog } from './memory-revision-log.ts'
import { describeRevisionLog } from './revision-log.contract.ts'

describeRevisionLog('the memory log', {
  durable: false,
  createStorage: async (warn) => ({
    open: (now) => openMemoryRevisionLog({ now, warn }),
    crash: async () => {},
    remove: async () => {},
  }),
})
