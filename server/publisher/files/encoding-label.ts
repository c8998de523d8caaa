import { SourceError } from '../sources/source-error.ts'
import { closestNames } from './closest-names.ts'

/** Labels that people write; TextDecoder knows more. */
const labels = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'gbk', 'gb18030', 'big5', 'euc-kr'],
  ...['koi8-r', 'koi8-u', 'macintosh', 'ibm866', 'latin1', 'latin2'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => `windows-${page}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16].map((part) => `iso-8859-${part}`),
]

/** A label of TextDecoder; throws SourceError with the nearest one for any other text. */
export function encodingLabel(label: string, file: string): string {
  try {
    return new TextDecoder(label).encoding && label
  } catch {
    const [closest] = closestNames(label, labels, 1)
    const hint = `Some are ${labels.slice(0, 6).join(', ')} and windows-1250.`
    throw new SourceError('unreadable', file, `there is no encoding "${label}". Did you mean "${closest}"?`, hint)
  }
}
