import { Tokenizer } from 'htmlparser2'

/** Receives the tags of a page in their order, in lower case, whether or not they nest. */
export interface HtmlListener {
  /** `line` counts from 1, `offset` from 0 in the text of the page. */
  open(tag: string, attributes: ReadonlyMap<string, string>, line: number, offset: number): void
  close(tag: string): void
  /** Entities are decoded; scripts, styles and comments are left out. */
  text(text: string): void
}

/** Where a part of a page begins: its line, from 1, and its offset in the text of the page. */
export interface PagePlace {
  readonly line: number
  readonly offset: number
}

/**
 * Calls the listener for each token of a page, or of a part of it that begins outside of tags. A parser that repairs
 * nesting would not do: it would let one stray end tag close the tables around it.
 */
export function listenToHtml(page: string, listener: HtmlListener, place: PagePlace = { line: 1, offset: 0 }): void {
  let tag = ''
  let line = place.line
  let counted = 0
  let attribute = ''
  let value = ''
  let attributes = new Map<string, string>()
  const isCode = () => tag === 'script' || tag === 'style'
  const open = () => listener.open(tag, attributes, line, place.offset + counted)

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = page.slice(start, end).toLowerCase()
        for (; counted < start; counted += 1) if (page[counted] === '\n') line += 1
        attributes = new Map()
      },
      onattribname(start, end) {
        attribute = page.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        value += page.slice(start, end)
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint)
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        const closed = page.slice(start, end).toLowerCase()
        if (closed === tag) tag = ''
        listener.close(closed)
      },
      ontext(start, end) {
        if (!isCode()) listener.text(page.slice(start, end))
      },
      ontextentity(codepoint) {
        if (!isCode()) listener.text(String.fromCodePoint(codepoint))
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(page)
  tokenizer.end()
}
