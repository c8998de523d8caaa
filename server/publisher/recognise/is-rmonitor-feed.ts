const line = /^\$(?:A|COMP|B|C|E|F|G|H|I|J),/

/** Whether a text is lines of the RMonitor protocol, such as `$G,1,"7",3,"00:03:12.104"`. */
export function isRmonitorFeed(text: string): boolean {
  const lines = text
    .slice(0, 4096)
    .split('\n')
    .slice(0, -1)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return lines.length > 0 && lines.filter((one) => line.test(one)).length >= lines.length * 0.8
}
