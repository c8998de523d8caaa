import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'

/** The keys of a browser's subscription, and how it reads what is encrypted for it (RFC 8291, RFC 8188). */
export interface BrowserKeys {
  /** In base64url. */
  readonly p256dh: string
  readonly auth: string
  /** Throws when the body is not for these keys. */
  decrypt(body: Buffer): string
}

export function createBrowserKeys(): BrowserKeys {
  const own = createECDH('prime256v1')
  const ownPublic = own.generateKeys()
  const auth = randomBytes(16)
  return {
    p256dh: ownPublic.toString('base64url'),
    auth: auth.toString('base64url'),
    decrypt(body) {
      const salt = body.subarray(0, 16)
      const keyLength = body.readUInt8(20)
      const sender = body.subarray(21, 21 + keyLength)
      const encrypted = body.subarray(21 + keyLength)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), ownPublic, sender])
      const secret = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), auth, info, 32))
      const key = (name: string, length: number) =>
        Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, length))
      const cipher = createDecipheriv('aes-128-gcm', key('aes128gcm', 16), key('nonce', 12))
      cipher.setAuthTag(encrypted.subarray(-16))
      const text = Buffer.concat([cipher.update(encrypted.subarray(0, -16)), cipher.final()])
      // The last record ends with a 2 and zeros.
      const end = text.lastIndexOf(2)
      if (end === -1 || text.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('The padding is wrong.')
      return text.subarray(0, end).toString('utf8')
    },
  }
}

/** The claims of a VAPID header whose signature is by the key that it names (RFC 8292); throws for any other. */
export function verifiedVapid(authorization = ''): { readonly key: string; readonly claims: Record<string, unknown> } {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [header = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const isGood = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isGood) throw new Error('The VAPID token is not signed by its key.')
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) }
}
