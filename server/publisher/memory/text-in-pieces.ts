/** The text of a page, cut where rows begin. A piece that the last save had, too, is the same string. */
export interface TextInPieces {
  readonly pieces: readonly string[]
  /** All pieces as one text. It is made at each call, which takes as long as to read a page of a thousand rows. */
  whole(): string
}

export function textInPieces(pieces: readonly string[]): TextInPieces {
  return { pieces, whole: () => pieces.join('') }
}

/** A text as one. */
export function wholeOf(text: string | TextInPieces): string {
  return typeof text === 'string' ? text : text.whole()
}
