import { listenToHtml } from './html-tokens.ts'

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'b', 'strong'])
/** Tags inside of a line. */
const inline = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 'font', 'span', 'small', 'big', 'sup', 'sub', 'img', 'tt'])

/**
 * The text above each table of a page, in the order in which tables begin: since the table before it, the last heading,
 * caption or text in bold, else the last line. '' for none.
 */
export function headingsAbove(page: string): readonly string[] {
  const found: string[] = []
  let line = ''
  let isMarked = false
  let last: string | undefined
  let marked: string | undefined
  const endLine = () => {
    const text = line.replace(/(?:Â\u00a0|\s)+/g, ' ').trim()
    if (/[\p{L}\d]/u.test(text)) {
      last = text
      if (isMarked) marked = text
    }
    line = ''
    isMarked = false
  }
  const forget = () => {
    endLine()
    last = undefined
    marked = undefined
  }
  listenToHtml(page, {
    open(tag) {
      if (!inline.has(tag)) endLine()
      if (headings.has(tag)) isMarked = true
      if (tag !== 'table') return
      found.push(marked ?? last ?? '')
      forget()
    },
    close(tag) {
      const isCaption = tag === 'caption'
      if (!inline.has(tag)) endLine()
      if (isCaption && marked !== undefined && found.length > 0) found[found.length - 1] = marked
      if (isCaption || tag === 'table') forget()
    },
    text(part) {
      line += part
    },
  })
  return found
}
