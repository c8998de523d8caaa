import { SourceError } from '../source-error.ts'
import { sheetLimits } from './sheet-rows.ts'
import { listenToXml } from './xml.ts'

/**
 * The texts that cells name by number. Of a text in several styles, the parts are joined; readings are left out. Throws
 * 'file_too_large' for more texts than a sheet has cells.
 */
export function sharedStrings(xml: string, file: string, most = sheetLimits.cells): readonly string[] {
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
      if (strings.length > most) throw tooMany(file, most)
    },
  })
  return strings
}

function tooMany(file: string, most: number): SourceError {
  const problem = `the workbook has more than ${most} texts.`
  return new SourceError('file_too_large', file, problem, 'Save the results alone, as a workbook of their own.')
}
