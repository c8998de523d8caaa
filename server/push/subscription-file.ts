import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { pushSubscriptionSchema } from '../../lib/push/push-request.ts'

/** What subscriptions are for: when another event or log begins, they are erased. `said` is the newest said state. */
const occasionSchema = z.object({
  log: z.string(),
  title: z.optional(z.string()),
  date: z.optional(z.string()),
  said: z.enum(['unofficial', 'provisional', 'final']),
})

const subscriptionSchema = z.extend(pushSubscriptionSchema, {
  names: z.array(z.string()),
  /** The origin of the page that subscribed: push services want to know whom to ask. */
  contact: z.string(),
  /** Unix ms: when it is erased. */
  until: z.number(),
})

export type Occasion = Readonly<z.infer<typeof occasionSchema>>
export type Subscription = Readonly<z.infer<typeof subscriptionSchema>>

interface StoredSubscriptions {
  readonly occasion: Occasion | undefined
  readonly subscriptions: readonly Subscription[]
}

export interface SubscriptionFile {
  /** Without lines that are damaged; nothing when the file is absent. */
  read(): Promise<StoredSubscriptions>
  /** Replaces the file as a whole. Rejects when it cannot be stored. */
  write(occasion: Occasion, lines: Iterable<string>): Promise<void>
}

/** `push.jsonl` in the state folder: the occasion, and a line for each subscription. No other user can read it. */
export function subscriptionFile(
  stateFolder: string,
  writeFile: (path: string, text: string) => Promise<void>,
): SubscriptionFile {
  const path = join(stateFolder, 'push.jsonl')
  return {
    async read() {
      const [first = '', ...others] = (await readFile(path, 'utf8').catch(() => '')).split('\n')
      return {
        occasion: parsed(occasionSchema, first),
        subscriptions: others.flatMap((line) => parsed(subscriptionSchema, line) ?? []),
      }
    },
    write: (occasion, lines) => writeFile(path, `${[JSON.stringify(occasion), ...lines].join('\n')}\n`),
  }
}

function parsed<Value>(schema: z.ZodMiniType<Value>, line: string): Value | undefined {
  try {
    return schema.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
