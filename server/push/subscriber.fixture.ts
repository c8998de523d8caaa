import { writeSync } from 'node:fs'
import { writePrivateFile } from '../admin/private-file.ts'
import { subscriptionFile } from './subscription-file.ts'
import { createSubscriptions, defaultSubscriptionLimits } from './subscriptions.ts'

// A process for tests that kill it: it subscribes without end, and prints each endpoint as soon as it is stored.
const [folder = '', run = ''] = process.argv.slice(2)

const file = subscriptionFile(folder, writePrivateFile)
const stored = await file.read()
const subscriptions = createSubscriptions({
  ...{ file, warn: () => {}, limits: defaultSubscriptionLimits },
  first: { occasion: { log: 'a', said: 'unofficial' }, subscriptions: stored.subscriptions },
  timers: {
    elapsed: () => performance.now(),
    after: (_delay, callback) => {
      const timer = setImmediate(callback)
      return () => clearImmediate(timer)
    },
  },
})
writeSync(1, 'starting\n')
const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) }
for (let count = 0; ; count += 1) {
  const endpoint = `https://fcm.googleapis.com/${run}-${count}`
  const names = Array.from({ length: 40 }, (_, at) => `Driver ${at}`)
  const answer = await subscriptions.put({ endpoint, keys, names, contact: 'https://club.example', until: 9e15 })
  writeSync(1, `${answer} ${endpoint}\n`)
}
