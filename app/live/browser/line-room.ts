/**
 * A space of no width: a line that begins with it has its height before it has a text, and nothing moves when the text
 * comes. A space behind the text would be pushed along, which browsers count as a shift of the layout.
 */
export const lineRoom = '\u200b'
