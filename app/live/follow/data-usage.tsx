'use client'

import { useEffect, useRef, useState } from 'react'
import { dataUsed, formatBytes, type Transfer } from '../../../lib/live/data-usage.ts'
import styles from './data-usage.module.css'

/** How often the figure is updated while the menu is open. Milliseconds. */
const interval = 3000

/** How much data this page has transferred so far. Hidden without JavaScript. */
export function DataUsed({ socketBytes }: { readonly socketBytes: () => number }) {
  const line = useRef<HTMLParagraphElement>(null)
  const [bytes, setBytes] = useState<number>()
  useEffect(() => {
    const menu = line.current?.closest('details')
    const update = () => menu?.open && setBytes(dataUsed(transfers(), socketBytes()))
    update()
    menu?.addEventListener('toggle', update)
    const timer = setInterval(update, interval)
    return () => {
      menu?.removeEventListener('toggle', update)
      clearInterval(timer)
    }
  }, [socketBytes])
  return (
    <p ref={line} className={styles.used} hidden={bytes === undefined}>
      {bytes !== undefined && `Data used by this page: ${formatBytes(bytes)} so far`}
    </p>
  )
}

function transfers(): readonly Transfer[] {
  const kinds = ['navigation', 'resource']
  return kinds.flatMap((kind) => performance.getEntriesByType(kind)) as readonly Transfer[]
}
