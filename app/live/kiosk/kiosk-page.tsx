import { classState } from '../../../lib/chances/class-state.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { classStateWords } from '../../../lib/wording/class-state-words.ts'
import { ClassStateMark } from '../entry/class-state-mark.tsx'
import { useFitTexts } from '../fit/use-fit-texts.ts'
import styles from './kiosk-page.module.css'
import { KioskTable } from './kiosk-table.tsx'
import type { KioskBlock } from './round/kiosk-blocks.ts'
import type { PackedPage, PageRoom, Part } from './round/pack-pages.ts'

interface Props {
  readonly page: PackedPage
  readonly blocks: readonly KioskBlock[]
  readonly standings: Standings
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

/** One page of the big screen: columns of classes, each name in full. */
export function KioskPage({ page, blocks, standings, room }: Props) {
  const byKey = new Map(blocks.map((block) => [block.key, block]))
  const columns = page.map((column) =>
    column.flatMap((part) => {
      const block = byKey.get(part.key)
      return block ? [{ part, block }] : []
    }),
  )
  const texts = columns
    .flat()
    .flatMap(({ part, block }) => [
      ...[part.key, block.name, classWords(block, standings)],
      ...block.rows
        .slice(part.from, part.to)
        .map(({ driver }) => [driver.display_name, driver.driver_name, driver.number]),
    ])
  const element = useFitTexts<HTMLDivElement>(room, JSON.stringify(texts))
  return (
    <div ref={element} className={styles.page}>
      {columns.map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <div key={index} className={styles.column}>
          {column.map(({ part, block }) => (
            <BlockPart key={part.key} part={part} block={block} standings={standings} />
          ))}
        </div>
      ))}
    </div>
  )
}

interface PartProps {
  readonly part: Part
  readonly block: KioskBlock
  readonly standings: Standings
}

function BlockPart({ part, block, standings }: PartProps) {
  const { code, group, ranked_by, by, rows } = block
  const state = group && classState(group, standings.event)
  const all = group?.entries.length ?? rows.length
  const name = [
    block.name,
    by === 'class' && ranked_by === 'indexed' && 'by PAX',
    rows.length < all && `first ${rows.length} of ${all}`,
    part.from > 0 && 'continued',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <section>
      <h2 className={styles.heading}>
        <b>{code}</b>{' '}
        <span className={styles.name} data-fit="0">
          <span>{name}</span>
        </span>{' '}
        {state && <ClassStateMark state={state} className={styles.state} />}
      </h2>
      <KioskTable
        block={block}
        rows={rows.slice(part.from, part.to)}
        label={[code, name].filter(Boolean).join(' ')}
        standings={standings}
      />
    </section>
  )
}

function classWords({ group }: KioskBlock, { event }: Standings): string {
  const state = group && classState(group, event)
  return state ? classStateWords(state) : ''
}
