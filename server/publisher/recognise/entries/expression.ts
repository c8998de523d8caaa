const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/
/** Words that the template language reads as something else. */
const reserved = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else', 'true', 'false', 'none', 'null'])

/** A text in the quotes of a template. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')
  return `"${escaped}"`
}

/** How a template names a member: `row.Class`, `row["Run 1"]`. */
export function member(holder: string, name: string): string {
  return plainName.test(name) && !reserved.has(name) ? `${holder}.${name}` : `${holder}[${quoted(name)}]`
}
