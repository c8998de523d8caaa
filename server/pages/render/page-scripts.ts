import { createHash, randomBytes } from 'node:crypto'

/** Stands where a page was rendered with its nonce: as long as one, since React counts the bytes of its data. */
const noNonce = '-'.repeat(32)

/** A nonce for one rendering, 32 characters. Next puts it into every script of its own, and into no other. */
export function renderingNonce(): string {
  return randomBytes(24).toString('base64url')
}

export interface PageScripts {
  /** The page without the nonce: the same bytes for every rendering of the same content. */
  readonly html: string
  /** The sources of `script-src` that allow the page's own inline scripts: `'sha256-...'`. */
  readonly hashes: readonly string[]
}

/**
 * The hashes of the inline scripts that have the nonce, and of `known` ones. A script that was smuggled into the page
 * has no nonce, since nobody outside knows it: it gets no hash, and the policy refuses it.
 */
export function hashPageScripts(rendered: string, nonce: string, known: readonly string[]): PageScripts {
  const own: string[] = []
  const html = rendered
    .replaceAll(/<script([^>]*)>([\s\S]*?)<\/script>/g, (script, attributes: string, content: string) => {
      if (!attributes.includes(` nonce="${nonce}"`)) return script
      if (!/\ssrc=/.test(attributes)) own.push(content)
      return `<script${attributes.replace(` nonce="${nonce}"`, '')}>${content}</script>`
    })
    .replaceAll(nonce, noNonce)
  const contents = [...known, ...own.map((content) => content.replaceAll(nonce, noNonce))]
  return { html, hashes: [...new Set(contents)].map((content) => `'sha256-${sha256(content)}'`) }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
