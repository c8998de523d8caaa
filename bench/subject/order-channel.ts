import type { ChildProcess } from 'node:child_process'

/** What a child process does for its parent, by the name of the order. */
export type Orders = Readonly<Record<string, (input: never) => unknown>>

/** Sends an order to the child and resolves with its answer; rejects when the child fails or ends. */
export type Ask<Given extends Orders> = <Name extends keyof Given & string>(
  name: Name,
  ...input: Parameters<Given[Name]>
) => Promise<Awaited<ReturnType<Given[Name]>>>

interface Order {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

type Answer = { readonly id: number } & ({ readonly result: unknown } | { readonly error: string })

/** In the child: answers the parent's orders one after another's arrival, and ends with the parent. */
export function answerOrders(orders: Orders): void {
  process.on('message', async ({ id, name, input }: Order) => {
    const send = (answer: Answer) => void process.send?.(answer)
    try {
      const order = orders[name] as ((input: unknown) => unknown) | undefined
      if (!order) throw new Error(`There is no order "${name}".`)
      send({ id, result: await order(input) })
    } catch (error) {
      send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', () => process.exit())
}

/** In the parent: how to give orders to a child that was started with a channel. `what` names it in errors. */
export function askChild<Given extends Orders>(child: ChildProcess, what: string): Ask<Given> {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let orders = 0
  child.on('message', (answer: Answer) => {
    const order = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) order?.reject(new Error(`${what}: ${answer.error}`))
    else order?.resolve(answer.result)
  })
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${what} ended (${code ?? signal}).`))
    waiting.clear()
  })
  return (name, ...[input]) =>
    new Promise((resolve, reject) => {
      orders += 1
      const order: Order = { id: orders, name, input }
      waiting.set(orders, { resolve: resolve as (result: unknown) => void, reject })
      child.send(order, (error) => error && reject(new Error(`${what} is gone: ${error.message}`)))
    })
}
