import { listenToXml } from './xml.ts'

/** The formats that a workbook names by number without writing them, from the standard (ECMA-376, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  ...{ 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00' },
  ...{ 12: '# ?/?', 13: '# ??/??', 14: 'm/d/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM' },
  ...{ 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'm/d/yyyy h:mm', 37: '#,##0;(#,##0)' },
  ...{ 38: '#,##0;[Red](#,##0)', 39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;[Red](#,##0.00)', 45: 'mm:ss' },
  ...{ 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@' },
}

/** The number formats of a workbook's cells, by the number of a cell's style. */
export function cellFormats(styles: string): readonly string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let isCells = false
  listenToXml(styles, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
      if (name === 'cellXfs') isCells = true
      if (name !== 'xf' || !isCells) return
      const id = Number(attributes.numFmtId ?? 0)
      formats.push(own.get(id) ?? builtIn[id] ?? 'General')
    },
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats
}
