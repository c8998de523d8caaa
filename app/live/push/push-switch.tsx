'use client'

import { useEffect, useState } from 'react'
import { useStored } from '../browser/use-stored.ts'
import styles from '../header/switch.module.css'
import { Switch } from '../header/switch.tsx'
import { storedPush } from './push-is-on.ts'
import { subscribe, unsubscribe } from './push-subscription.ts'
import { fetchKey, type PushSupport, pushSupport, thisBrowser } from './push-support.ts'

const name = 'Tell me when the phone is locked'
const what = 'Runs and lost places of those you follow, provisional results, messages from the desk.'
const kept =
  'The server keeps their names and this browser’s address for messages until the event is over or you switch this off, at most two days after your last visit.'
const waysBack: Readonly<Record<'install_first' | 'blocked', string>> = {
  install_first:
    'On an iPhone, add this page to the Home Screen first: Share, then “Add to Home Screen”. Open it there.',
  blocked:
    'This browser blocks notifications of this page: allow them in its settings for this site, and load the page again.',
}

const isOn = (text: string | null) => text === 'on'

/** The switch of notifications, for a reader who follows drivers; absent where browser or server can send none. */
export function PushSwitch() {
  const [support, setSupport] = useState<PushSupport>({ kind: 'none' })
  const [state, setState] = useState<'idle' | 'busy' | { readonly problem: string }>('idle')
  const on = useStored(storedPush, isOn)
  useEffect(() => void pushSupport(thisBrowser(), fetchKey).then(setSupport), [])
  if (support.kind === 'none') return null
  if (support.kind !== 'possible') {
    return <Switch on={false} onSwitch={() => undefined} name={name} about={waysBack[support.kind]} disabled />
  }

  const change = async (wanted: boolean) => {
    setState('busy')
    const answer = wanted ? await subscribe(support.key) : await unsubscribe()
    if (Notification.permission === 'denied') setSupport({ kind: 'blocked' })
    setState(answer?.kind === 'refused' ? { problem: answer.message } : 'idle')
  }
  return (
    <>
      <Switch on={on} onSwitch={change} name={name} about={`${what} ${kept}`} disabled={state === 'busy'} />
      {typeof state === 'object' && (
        <p role="alert" className={styles.about}>
          {state.problem}
        </p>
      )}
    </>
  )
}
