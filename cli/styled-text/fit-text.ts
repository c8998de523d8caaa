import { textWidth } from './text-width.ts'

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text in at most `width` cells, cut between characters before a `…` when it is wider. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  if (width < 1) return ''
  let kept = ''
  let left = width - 1
  for (const { segment } of characters.segment(text)) {
    left -= textWidth(segment)
    if (left < 0) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** Exactly `width` cells: cut, or filled with spaces on the side away from `align`. */
export function fitText(text: string, width: number, align: 'left' | 'right'): string {
  const cut = cutText(text, width)
  const spaces = ' '.repeat(Math.max(0, width - textWidth(cut)))
  return align === 'left' ? `${cut}${spaces}` : `${spaces}${cut}`
}
