// The letters from 0x80 to 0x9f. Not TextDecoder: Node 20 decodes 'windows-1252' as latin1, which has none there.
const beyondLatin1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Decodes any bytes as windows-1252. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (letter) => beyondLatin1[letter.charCodeAt(0) - 0x80] ?? letter)
}
