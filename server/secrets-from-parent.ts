import * as z from 'zod/mini'

const secretsSchema = z.record(z.string(), z.string())

/** The part of a process that has a channel to the process that started it. */
export interface ChildOfStarter {
  readonly channel?: { unref(): void } | undefined
  once(event: 'message', listener: (message: unknown) => void): unknown
}

/** The first message of the process that started this one: the settings that must not stand in an environment. */
export function secretsFromParent(child: ChildOfStarter): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      const parsed = secretsSchema.safeParse(message)
      // The channel stays open, so that the end of the other process is noticed; it must not keep this one running.
      child.channel?.unref()
      if (parsed.success) resolve(parsed.data)
      else reject(new Error('The process that started this one sent no settings.'))
    })
  })
}
