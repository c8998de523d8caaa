import { type RefObject, useEffect, useRef } from 'react'

/**
 * A dialog that is on top of the page from the first moment: the focus goes into it, and, when it is gone, back to the
 * link that opened it, or to another one that leads to the same sheet. The page stays where it was scrolled to.
 */
export function useSheetDialog(name: string): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    // The server rendered it open, which is not yet on top of the page.
    dialog.current?.close()
    dialog.current?.showModal()
    // The sheet itself, and not its first button: what one came to read is no question with a ring around an answer.
    dialog.current?.focus({ preventScroll: true })
    return () => {
      const isThere = opener instanceof HTMLElement && opener !== document.body && opener.isConnected
      const link = isThere ? opener : document.querySelector<HTMLElement>(`a[data-sheet="${CSS.escape(name)}"]`)
      link?.focus({ preventScroll: true })
    }
  }, [name])
  return dialog
}
