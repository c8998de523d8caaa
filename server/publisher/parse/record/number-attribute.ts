/** The attributes that are numbers to the scoring. A reader of text gives the text "44" for the number 44. */
const rules: ReadonlyMap<string, { readonly fits: (number: number) => boolean; readonly is: string }> = new Map([
  ['published_laps', { fits: (number) => Number.isSafeInteger(number) && number >= 0, is: 'a number of laps' }],
  ['tie_order', { fits: (number) => Number.isFinite(number), is: 'a number' }],
])

interface NumberRead {
  /** Undefined for an empty text, and for what is no such number. */
  readonly value: number | undefined
  readonly complaint: string | undefined
}

/** The number of an attribute that must be one; undefined for any other attribute. */
export function readNumberAttribute(attribute: string, content: unknown): NumberRead | undefined {
  const rule = rules.get(attribute)
  if (!rule) return undefined
  const text =
    typeof content === 'number' || typeof content === 'string' ? `${content}`.trim() : JSON.stringify(content)
  if (text === '') return { value: undefined, complaint: undefined }
  if (rule.fits(Number(text))) return { value: Number(text), complaint: undefined }
  const found = JSON.stringify(text.slice(0, 40))
  return { value: undefined, complaint: `"${attribute}" must be ${rule.is}; ${found} is left out.` }
}
