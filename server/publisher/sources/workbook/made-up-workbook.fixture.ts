import { crc32, deflateRawSync } from 'node:zlib'

/** A text, or a number with the format of its cell; undefined for an empty cell. */
export type MadeUpCell =
  | string
  | { readonly value: number; readonly format?: string }
  | { readonly formula: string }
  | undefined

export interface MadeUpSheet {
  readonly name: string
  readonly rows: readonly (readonly MadeUpCell[])[]
  readonly isHidden?: boolean
}

/** How the texts of cells are written: once for the workbook as Excel does, or in each cell as libraries do. */
export type TextStyle = 'shared' | 'inline'

/** A workbook as Excel writes it, with only the parts that a reader needs. */
export function madeUpWorkbook(
  sheets: readonly MadeUpSheet[],
  { texts = 'shared', is1904 = false }: { readonly texts?: TextStyle; readonly is1904?: boolean } = {},
): Buffer {
  const strings: string[] = []
  const formats: string[] = []
  const parts = sheets.map(({ rows }) => sheetXml(rows, texts === 'shared' ? strings : undefined, formats))
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relations = (all: readonly string[]) => `<Relationships>${all.join('')}</Relationships>`
  const tags = sheets.map(({ name, isHidden }, index) => {
    const state = isHidden ? ' state="hidden"' : ''
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const custom = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`)
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`)]
  return zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${tags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      relation('rId98', 'styles', '/xl/styles.xml'),
      relation('rId99', 'sharedStrings', 'sharedStrings.xml'),
    ]),
    'xl/styles.xml':
      `<styleSheet><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>` +
      `<cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(parts.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  })
}

function sheetXml(rows: MadeUpSheet['rows'], strings: string[] | undefined, formats: string[]): string {
  const cellXml = (cell: MadeUpCell, reference: string) => {
    if (cell === undefined) return ''
    if (typeof cell === 'string') {
      if (!strings) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
      if (!strings.includes(cell)) strings.push(cell)
      return `<c r="${reference}" t="s"><v>${strings.indexOf(cell)}</v></c>`
    }
    if ('formula' in cell) return `<c r="${reference}"><f>${escaped(cell.formula)}</f></c>`
    if (cell.format === undefined) return `<c r="${reference}"><v>${cell.value}</v></c>`
    if (!formats.includes(cell.format)) formats.push(cell.format)
    return `<c r="${reference}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`
  }
  const body = rows.map((cells, index) => {
    const row = index + 1
    return `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row}`)).join('')}</row>`
  })
  return `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** A zip archive of these texts by name. */
export function zipped(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [content, path] = [Buffer.from(text), Buffer.from(name)]
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(path.length, 22)
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(offset, 12)
    const piece = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed])
    local.push(piece)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry.subarray(2), path]))
    offset += piece.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...directory, end])
}
