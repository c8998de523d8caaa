import { expect, test } from 'vitest'
import { createEndings } from './endings.ts'

test('given three things to stop, one of which was stopped, when all end, then the others are stopped once, newest first', async () => {
  const stopped: string[] = []
  const endings = createEndings()
  endings.add(() => void stopped.push('first'))
  const endSecond = endings.add(() => void stopped.push('second'))
  endings.add(async () => void stopped.push('third'))
  await endSecond()
  await endings.all()
  await endings.all()
  await endSecond()
  expect(stopped).toEqual(['second', 'third', 'first'])
})

test('given that all have ended, when one more is added, then it is stopped at once', async () => {
  const stopped: string[] = []
  const endings = createEndings()
  await endings.all()
  const end = endings.add(() => void stopped.push('late'))
  expect(stopped).toEqual(['late'])
  await end()
  expect(stopped).toEqual(['late'])
})
