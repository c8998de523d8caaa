import { describe, expect, test } from 'vitest'
import { formatOverlay, readOverlay } from './overlay-choice.ts'
import { parametersOf } from './view-state.ts'

const read = (query: string) => readOverlay(parametersOf(new URLSearchParams(query)))
const plain = { parts: ['last'], driver: '', classCode: '', top: 5, seconds: undefined, stale: 'say', wrong: [] }

describe('the choice of an overlay', () => {
  test.each([
    ['', {}],
    ['show=last', {}],
    ['show=top,last', { parts: ['last', 'top'] }],
    ['show=row, top,message', { parts: ['row', 'top', 'message'] }],
    ['show=row&driver=Ian%20O’Malley', { parts: ['row'], driver: 'Ian O’Malley' }],
    ['show=top&class=ss&top=10', { parts: ['top'], classCode: 'ss', top: 10 }],
    ['seconds=20&stale=hide', { seconds: 20, stale: 'hide' }],
  ])('given ?%s, then it has what the address asks for, and nothing is wrong', (query, expected) => {
    expect(read(query)).toEqual({ ...plain, ...expected })
  })

  test.each([
    ['show=plates', { parts: [], wrong: [['show', 'plates']] }],
    ['show=last,tpo', { wrong: [['show', 'tpo']] }],
    ['top=0', { wrong: [['top', '0']] }],
    ['top=21', { wrong: [['top', '21']] }],
    ['top=five', { wrong: [['top', 'five']] }],
    ['seconds=601', { wrong: [['seconds', '601']] }],
    ['stale=fade', { wrong: [['stale', 'fade']] }],
    ['clas=SS', { wrong: [['clas', 'SS']] }],
    ['__proto__=1', { wrong: [['__proto__', '1']] }],
  ])('given ?%s, then the default holds, and what means nothing is named', (query, expected) => {
    expect(read(query)).toEqual({ ...plain, ...expected })
  })

  test('given very many long unknown parameters, then five are named, each cut', () => {
    const query = Array.from({ length: 50 }, (_, index) => `p${index}${'x'.repeat(500)}=${'y'.repeat(500)}`).join('&')
    const { wrong } = read(query)
    expect(wrong.length).toBe(5)
    expect(wrong.every(([name, value]) => name.length === 60 && value.length === 60)).toBe(true)
  })

  test.each([
    '',
    'show=row,top&driver=Ann&class=SS&top=3&seconds=20&stale=hide',
    'show=last,nothing&top=x&utm_source=chat&stale=never',
    'show=nothing',
  ])('given ?%s, when the choice is written as an address, then it reads as the same choice', (query) => {
    const choice = read(query)
    expect(read(formatOverlay(choice).slice(1))).toEqual(choice)
  })

  test('given the defaults in words, then the address is empty', () => {
    expect(formatOverlay(read('show=last&top=5&stale=say'))).toBe('')
  })
})
