import { type RefObject, useEffect } from 'react'

/** Closes the menu around an element on Escape, and when the reader presses or focuses anything outside. */
export function useClosing(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const menu = inside.current?.closest('details')
    const closeOutside = ({ target }: Event) => {
      if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false
    }
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !menu?.open) return
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', close)
    }
  }, [inside])
}
