import { posix } from 'node:path'
import { SourceError } from '../source-error.ts'
import { listenToXml } from './xml.ts'
import type { Zip } from './zip.ts'

export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** Its part in the archive. */
  readonly path: string
}

export interface WorkbookParts {
  readonly sheets: readonly Sheet[]
  /** Dates count from 1904, as old Macs did. */
  readonly is1904: boolean
  readonly strings: string
  readonly styles: string
}

/** Finds the sheets and what they share. Throws 'unreadable' for an archive that is no workbook. */
export function workbookParts(zip: Zip, file: string): WorkbookParts {
  const main = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const xml = textOf(zip, main)
  if (xml === undefined || !/<(?:\w+:)?workbook\b/.test(xml)) {
    const hint = 'Save it as an Excel workbook (.xlsx) or as CSV, and name that file in the template.'
    throw new SourceError('unreadable', file, 'this archive holds no Excel workbook.', hint)
  }
  const relations = relationsOf(zip, main)
  const sheets: Sheet[] = []
  let is1904 = false
  listenToXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id') || key === 'id')?.[1]
      const path = relations.find((one) => one.id === id)?.target
      if (path === undefined) return
      sheets.push({ name: attributes.name ?? '', isHidden: (attributes.state ?? 'visible') !== 'visible', path })
    },
  })
  const part = (type: string) => {
    const relation = relations.find((one) => one.type === type)
    return relation ? requirePart(zip, relation.target, file) : ''
  }
  return { sheets, is1904, strings: part('sharedStrings'), styles: part('styles') }
}

/** The text of a part that another names. Throws 'half_written' when there is none. */
export function requirePart(zip: Zip, path: string, file: string): string {
  const text = textOf(zip, path)
  if (text !== undefined) return text
  const hint = 'The next save will complete it; nothing is lost. If it stays, open it in its program and save it again.'
  throw new SourceError('half_written', file, `the workbook is not whole: its part ${path} is missing.`, hint)
}

function textOf(zip: Zip, path: string): string | undefined {
  return zip.unpack(path)?.toString('utf8')
}

/** What a part names: by id, the last word of its type, and the path in the archive. */
function relationsOf(zip: Zip, path: string) {
  const folder = posix.dirname(path)
  const xml = textOf(zip, posix.join(folder, '_rels', `${posix.basename(path)}.rels`)) ?? ''
  const relations: { readonly id: string; readonly type: string; readonly target: string }[] = []
  listenToXml(xml, {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return relations
}
