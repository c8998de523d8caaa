import type { RecognisedFile } from '../recognise/entries/recognition.ts'

/** The files whose entries the list has, and why others do not count. */
interface FilesOfEvent {
  readonly files: readonly RecognisedFile[]
  readonly doubts: readonly string[]
}

const isPronto = ({ loops }: RecognisedFile) => loops[0]?.list.startsWith('pronto_html(')
const isPage = ({ loops }: RecognisedFile) => loops[0]?.list.startsWith('html_rows(')

/** Beside the standings of classes, Pronto saves pages that have the same entries again: those are left out. */
export function filesOfEvent(files: readonly RecognisedFile[]): FilesOfEvent {
  const others = files.some(isPronto) ? files.filter(isPage) : []
  return {
    files: files.filter((file) => !others.includes(file)),
    doubts: others.map(({ file }) => `${file} is left out: its entries are in the standings of their classes, too.`),
  }
}
