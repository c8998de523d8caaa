import { listenToXml } from './xml.ts'

/** The texts that cells name by number. Of a text in several styles, the parts are joined; readings are left out. */
export function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  listenToXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isReading = true
      isText = name === 't' && !isReading
    },
    text(part) {
      if (isText) text += part
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
      if (name === 'si') strings.push(text)
    },
  })
  return strings
}
