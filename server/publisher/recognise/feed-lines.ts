const message = /^\$(?:A|COMP|B|C|E|F|G|H|I|J),/

/** The lines of a feed of RMonitor, or of a recording of one; undefined for any other text. */
export function feedLines(text: string): readonly string[] | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const isRecording = /^\{"paddock_recording":/.test(lines[0] ?? '')
  const heard = (isRecording ? lines.slice(1).map(recordedLine) : lines).filter((line) => line !== '')
  const first = heard.slice(0, 100)
  return first.length > 0 && first.filter((line) => message.test(line)).length >= first.length * 0.8 ? heard : undefined
}

function recordedLine(json: string): string {
  try {
    const recorded: unknown = JSON.parse(json)
    const text = textOf(recorded, 'line')
    return typeof text === 'string' ? text : ''
  } catch {
    // A recording that was cut off ends so.
    return ''
  }
}

function textOf(recorded: unknown, name: string): unknown {
  if (typeof recorded !== 'object' || recorded === null) return undefined
  const line: unknown = Reflect.get(recorded, name)
  return typeof line === 'object' && line !== null ? Reflect.get(line, 'text') : undefined
}
