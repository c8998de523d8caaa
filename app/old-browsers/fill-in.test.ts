import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { fillIn, type Realm } from './fill-in.ts'

/** A realm of its own without the given functions, as in a browser of 2019. */
function oldRealm(): Realm & { run: (code: string) => unknown } {
  const sandbox: { realm?: Realm } = {}
  runInNewContext(
    `for (const name of ['findLast', 'findLastIndex', 'toReversed']) delete Array.prototype[name]
    delete String.prototype.replaceAll
    class MediaQueryList { addListener(one) { this.listener = one } removeListener(one) { this.removed = one } }
    realm = { Array, String, MediaQueryList }`,
    sandbox,
  )
  const { realm } = sandbox
  if (!realm) throw new Error('The realm was not made.')
  return Object.assign(realm, { run: (code: string) => runInNewContext(code, sandbox) })
}

test('given a browser without the functions, when they are filled in, then they do what the standard says', () => {
  const realm = oldRealm()
  fillIn(realm)
  expect(realm.run('[1, 2, 3, 4].findLast((one) => one % 2 === 1)')).toBe(3)
  expect(realm.run('[1, 2, 3, 4].findLastIndex((one) => one % 2 === 1)')).toBe(2)
  expect(realm.run('[[1].findLast(() => false), [1].findLastIndex(() => false)].join()')).toBe(',-1')
  expect(realm.run('const list = [1, 2]; list.toReversed().concat(list).join()')).toBe('2,1,1,2')
  expect(realm.run("'a_b_c'.replaceAll('_', '$&')")).toBe('a$&b$&c')
  expect(realm.run('const keys = []; for (const key in [1]) keys.push(key); keys.join()')).toBe('0')
  expect(realm.BigInt).toBe(Number)
})

test('given a browser whose media queries have only addListener, then a change listener is added and removed', () => {
  const realm = oldRealm()
  fillIn(realm)
  const code = `const query = new realm.MediaQueryList(), listener = () => 0
    query.addEventListener('change', listener), query.removeEventListener('change', listener)
    query.listener === listener && query.removed === listener`
  expect(realm.run(code)).toBe(true)
})

test('given a browser that has the functions, then they stay its own', () => {
  const own = { findLast: Array.prototype.findLast, replaceAll: String.prototype.replaceAll, BigInt }
  fillIn(globalThis)
  const { findLast } = Array.prototype
  const { replaceAll } = String.prototype
  expect({ findLast, replaceAll, BigInt: globalThis.BigInt }).toEqual(own)
})
