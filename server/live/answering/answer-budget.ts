import type { Timers } from '../../../lib/time/timers.ts'

/** Seconds of its rate that an address may use at once: a whole audience reconnects behind one. */
const addressBurst = 30
/** The same for a connection, to which `burst` is added. */
const connectionBurst = 16
/** Above so many addresses, those that owe nothing are forgotten. */
const mostAddresses = 1000

/** Of a socket, only its end matters. */
interface Asker {
  once(event: 'disconnect', listener: () => void): unknown
}

export interface AnswerRates {
  /** Bytes of answers in a second. */
  readonly ofConnection: number
  readonly ofAddress: number
}

interface Parts<Socket> {
  readonly rates: AnswerRates
  readonly addressOf: (socket: Socket) => string
  /** Bytes that a connection may have at once, besides. */
  readonly burst: () => number
  readonly timers: Timers
}

export interface AnswerBudget<Socket = Asker> {
  /**
   * Resolves with true when an answer of so many bytes may be sent to a socket, and charges for it: at once, or after
   * those that waited before, when the socket and its address are within their rates again. Resolves with false when
   * the socket has asked again meanwhile, or is gone.
   */
  turn(socket: Socket, bytes: number): Promise<boolean>
  /** Gives back what a granted turn was charged, when its answer was not needed any more. */
  refund(socket: Socket, bytes: number): void
}

/** Bytes that are still to be paid for, and when they were counted last. */
interface Debt {
  bytes: number
  at: number
}

interface Address<Socket> {
  readonly debt: Debt
  /** In the order in which they came. A socket that asks again keeps its place. */
  readonly waiting: Map<Socket, { readonly bytes: number; readonly resolve: (isGranted: boolean) => void }>
  cancel: () => void
}

/** Keeps what is sent for the asking within a rate, for each connection and for all connections of an address. */
export function createAnswerBudget<Socket extends Asker>({
  rates,
  addressOf,
  burst,
  timers,
}: Parts<Socket>): AnswerBudget<Socket> {
  const addresses = new Map<string, Address<Socket>>()
  const debts = new WeakMap<Socket, Debt>()
  const followed = new WeakSet<Socket>()

  function owed(debt: Debt, rate: number): number {
    const now = timers.elapsed()
    debt.bytes = Math.max(0, debt.bytes - ((now - debt.at) / 1000) * rate)
    debt.at = now
    return debt.bytes
  }

  /** Milliseconds until less is owed than is allowed at once. */
  function wait(debt: Debt, rate: number, allowed: number): number {
    const excess = owed(debt, rate) - allowed
    return excess < 0 ? 0 : Math.floor((excess / rate) * 1000) + 1
  }
  const waitOfAddress = ({ debt }: Address<Socket>) => wait(debt, rates.ofAddress, addressBurst * rates.ofAddress)
  const waitOfSocket = (debt: Debt) => wait(debt, rates.ofConnection, connectionBurst * rates.ofConnection + burst())

  function addressNamed(name: string): Address<Socket> {
    const known = addresses.get(name)
    if (known) return known
    if (addresses.size >= mostAddresses) {
      for (const [other, { debt, waiting }] of addresses) {
        if (waiting.size === 0 && owed(debt, rates.ofAddress) === 0) addresses.delete(other)
      }
    }
    const address: Address<Socket> = { debt: newDebt(), waiting: new Map(), cancel: () => {} }
    addresses.set(name, address)
    return address
  }
  const newDebt = (): Debt => ({ bytes: 0, at: timers.elapsed() })

  function debtOf(socket: Socket): Debt {
    const debt = debts.get(socket) ?? newDebt()
    debts.set(socket, debt)
    return debt
  }

  function serve(address: Address<Socket>): void {
    address.cancel()
    let soonest = Number.POSITIVE_INFINITY
    for (const [socket, { bytes, resolve }] of address.waiting) {
      const ofAddress = waitOfAddress(address)
      const debt = debtOf(socket)
      const milliseconds = Math.max(ofAddress, waitOfSocket(debt))
      if (milliseconds > 0) soonest = Math.min(soonest, milliseconds)
      // The address keeps its order. A socket that has had too much lets the others pass.
      if (ofAddress > 0) break
      if (milliseconds > 0) continue
      address.waiting.delete(socket)
      debt.bytes += bytes
      address.debt.bytes += bytes
      resolve(true)
    }
    address.cancel = soonest === Number.POSITIVE_INFINITY ? () => {} : timers.after(soonest, () => serve(address))
  }

  return {
    turn(socket, bytes) {
      const address = addressNamed(addressOf(socket))
      address.waiting.get(socket)?.resolve(false)
      const turn = new Promise<boolean>((resolve) => address.waiting.set(socket, { bytes, resolve }))
      serve(address)
      if (address.waiting.has(socket) && !followed.has(socket)) {
        followed.add(socket)
        socket.once('disconnect', () => {
          const { waiting } = addressNamed(addressOf(socket))
          waiting.get(socket)?.resolve(false)
          waiting.delete(socket)
        })
      }
      return turn
    },
    refund(socket, bytes) {
      const address = addressNamed(addressOf(socket))
      debtOf(socket).bytes -= bytes
      address.debt.bytes -= bytes
      serve(address)
    },
  }
}
