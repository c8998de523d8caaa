/** How many bytes are compared at once. */
const block = 16_384

/** How many bytes two arrays have in common at their begins. */
export function commonStart(some: Uint8Array, others: Uint8Array): number {
  const most = Math.min(some.length, others.length)
  let count = 0
  while (count + block <= most && areEqual(some, others, count, count, block)) count += block
  while (count < most && some[count] === others[count]) count += 1
  return count
}

/** How many bytes two arrays have in common at their ends. */
export function commonEnd(some: Uint8Array, others: Uint8Array): number {
  const most = Math.min(some.length, others.length)
  let count = 0
  while (
    count + block <= most &&
    areEqual(some, others, some.length - count - block, others.length - count - block, block)
  )
    count += block
  while (count < most && some[some.length - count - 1] === others[others.length - count - 1]) count += 1
  return count
}

function areEqual(some: Uint8Array, others: Uint8Array, at: number, atOther: number, length: number): boolean {
  return Buffer.compare(some.subarray(at, at + length), others.subarray(atOther, atOther + length)) === 0
}
