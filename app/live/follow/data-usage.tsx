'use client'

import { useEffect, useRef, useState } from 'react'
import { dataUsed, formatBytes, type Transfer } from '../../../lib/live/data-usage.ts'
import styles from './data-usage.module.css'

/** How often it is looked at while it can be read. Milliseconds. */
const interval = 3000

/** What this page has cost of a phone's data plan. Needs JavaScript, and is not there without. */
export function DataUsed({ socketBytes }: { readonly socketBytes: () => number }) {
  const line = useRef<HTMLParagraphElement>(null)
  const [bytes, setBytes] = useState<number>()
  useEffect(() => {
    const menu = line.current?.closest('details')
    const look = () => menu?.open && setBytes(dataUsed(transfers(), socketBytes()))
    look()
    menu?.addEventListener('toggle', look)
    const timer = setInterval(look, interval)
    return () => {
      menu?.removeEventListener('toggle', look)
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
