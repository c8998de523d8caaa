'use client'

import { useEffect, useState } from 'react'
import type { Callouts } from '../../../lib/reader/callouts.ts'
import { Switch } from '../header/switch.tsx'
import { canSpeak, canVibrate, speak } from './speech.ts'
import { useCallouts } from './use-callouts.ts'

interface Props {
  /** How many drivers the reader follows. */
  readonly followed: number
}

/**
 * The switches of voice and vibration for followed drivers. Each is shown only where the browser supports it, and
 * gives a sample when it is switched on.
 */
export function CalloutSwitches({ followed }: Props) {
  const [can, setCan] = useState<Callouts>({ speech: false, vibration: false })
  const [{ speech, vibration }, change] = useCallouts()
  useEffect(() => setCan({ speech: canSpeak(), vibration: canVibrate() }), [])

  const switchSpeech = (on: boolean) => {
    change({ speech: on })
    window.speechSynthesis.cancel()
    if (on) speak('Results will be spoken.')
  }
  const switchVibration = (on: boolean) => {
    change({ vibration: on })
    navigator.vibrate(on ? 200 : 0)
  }
  const hint = followed === 0 ? 'Nobody yet: open a driver and choose “Follow”.' : undefined

  return (
    <>
      {can.speech && (
        <Switch
          on={speech}
          onSwitch={switchSpeech}
          name="Speak results"
          about={hint ?? 'Each run and correction of those you follow, while this page is open.'}
        />
      )}
      {can.vibration && (
        <Switch
          on={vibration}
          onSwitch={switchVibration}
          name="Vibrate"
          about={hint ?? 'For the same, while this page is in sight.'}
        />
      )}
    </>
  )
}
