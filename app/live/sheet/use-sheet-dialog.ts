import { type RefObject, useEffect, useRef } from 'react'

/**
 * Opens a dialog on top of the page and focuses it. Afterwards the focus returns to the link that opened the dialog, or
 * to another link to the same sheet. The page does not scroll.
 */
export function useSheetDialog(name: string): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    // The server rendered it open but not modal: only a modal dialog is on top of the page. Safari before 15.4 has no
    // such dialog: there the sheet stays as it was rendered.
    if (dialog.current && 'showModal' in dialog.current) {
      dialog.current.close()
      dialog.current.showModal()
    }
    // The sheet itself, not its first button: a focus ring there would look like a question with a default answer.
    dialog.current?.focus({ preventScroll: true })
    return () => {
      const isUsable = opener instanceof HTMLElement && opener !== document.body && opener.isConnected
      const link = isUsable ? opener : document.querySelector<HTMLElement>(`a[data-sheet="${CSS.escape(name)}"]`)
      link?.focus({ preventScroll: true })
    }
  }, [name])
  return dialog
}
