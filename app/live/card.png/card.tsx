import type { CSSProperties } from 'react'
import type { ShareCard } from './share-card.ts'

// The server renders this to a PNG; the renderer knows flex boxes and inline styles only, no style sheets.

const box: CSSProperties = {
  width: '100%',
  height: '100%',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'space-between',
  padding: '72px 80px',
  background: '#121316',
  color: '#eeeef0',
}
const line: CSSProperties = { display: 'flex', alignItems: 'center', justifyContent: 'space-between' }
const states = { unofficial: 'UNOFFICIAL', provisional: 'PROVISIONAL', final: 'FINAL' } as const

/** The picture of a shared link: title, date and place of the event, and the state of its results. */
export function Card({ title, details, state }: ShareCard) {
  const colour = state === 'final' ? '#6fd39a' : '#ffc56b'
  return (
    <div style={box}>
      <div style={line}>
        <div style={{ display: 'flex', alignItems: 'center', fontSize: 40, color: '#6fd39a' }}>
          <div style={{ width: 26, height: 26, marginRight: 20, borderRadius: 13, background: '#6fd39a' }} />
          Live results
        </div>
        <Icon />
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div
          style={{
            fontSize: title.length > 64 ? 56 : title.length > 36 ? 68 : 96,
            lineHeight: 1.1,
            letterSpacing: '-0.02em',
          }}
        >
          {title}
        </div>
        {details && <div style={{ marginTop: 24, fontSize: 38, color: '#b9bec7' }}>{details}</div>}
      </div>
      <div style={line}>
        <div
          style={{
            ...{ padding: '8px 24px', border: `3px solid ${colour}`, borderRadius: 40 },
            ...{ fontSize: 28, letterSpacing: '0.06em', color: colour },
          }}
        >
          {states[state]}
        </div>
        <div style={{ fontSize: 34, color: '#b9bec7' }}>Paddock</div>
      </div>
    </div>
  )
}

/** The drawing of app/icon.svg. */
function Icon() {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is rendered into a PNG
    <svg width="112" height="112" viewBox="0 0 32 32">
      <rect width="32" height="32" rx="7" fill="#0b5cad" />
      <path
        d="M11.1 13.4a6.2 6.2 0 0 1 0-7.8M20.9 5.6a6.2 6.2 0 0 1 0 7.8M7.7 16a10.4 10.4 0 0 1 0-13M24.3 3a10.4 10.4 0 0 1 0 13"
        fill="none"
        stroke="#a8d0fa"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
      <path d="M14.6 8h2.8q.7 0 .9.7L22.6 25H9.4l4.3-16.3q.2-.7.9-.7z" fill="#ff8a1f" />
      <path d="M12.7 12.5h6.6l1.25 4.75h-9.1z" fill="#ffffff" />
      <rect x="6" y="24.6" width="20" height="3.4" rx="1.2" fill="#ff8a1f" />
    </svg>
  )
}
