import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { readAxwareHtml } from './axware-html.ts'

/** One group of a page: its code, and the classes of its entries by position. */
interface Group {
  readonly code: string
  readonly classes: readonly string[]
}

type Links = 'cells' | 'paragraph' | 'none'
type Separator = 'ruler' | 'ruler outside' | 'blank row' | 'anchor' | 'table' | 'missing'

const headings = '<tr><th>Pos.</th><th>Class</th><th>#</th><th>Driver</th><th>Car</th><th>Run 1</th><th>Total</th></tr>'

const separators: Readonly<Record<Separator, (code: string) => string>> = {
  ruler: () => '<tr><td colspan=7><HR></td></tr>',
  'ruler outside': () => '<hr>',
  'blank row': () => '<tr></tr>',
  anchor: (code) => `<a name="${code}"></a>`,
  table: () => `</table>\n<table>${headings}`,
  missing: () => '',
}

/** A page with rulers or less between its groups, and with links to them. */
function page(groups: readonly Group[], links: Links, separate: (index: number) => Separator): string {
  const linked = groups.map(({ code }) => `<A HREF="#${code}">${code}</A>`)
  const top =
    links === 'cells' ? `<table><tr><td>${linked.join('</td><td>')}</td></tr></table>` : `<p>${linked.join(' | ')}</p>`
  const rows = groups.map(({ code, classes }, index) => {
    const entries = classes.map((one, at) => {
      const cells = [`${at + 1}${at === 0 ? 'T' : ''}`, one, `${index}${at}`, `Driver ${index}-${at}`, 'Car', '50.123']
      return `<tr>${[...cells, '50.123'].map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    })
    return `${index === 0 ? '' : separators[separate(index)](code)}\n${entries.join('\n')}`
  })
  return `<html><body>${links === 'none' ? '' : top}<a name="#top"><table>${headings}${rows.join('\n')}</table></body></html>`
}

const groupsOf = (text: string) => {
  const { entries, warnings } = readAxwareHtml(text, 'live.html')
  return { groups: entries.map(({ group }) => group), warnings: warnings.map(({ code }) => code) }
}

const single = fc.constantFrom('ss', 'as', 'str', 'STX', 'camc', 'esl', 'xp')
const novices: Group = { code: 'n', classes: ['nss', 'nstr', 'nas'] }
const groups = fc
  .uniqueArray(single, { minLength: 2, maxLength: 6 })
  .chain((codes) =>
    fc.tuple(
      fc.constant(codes),
      fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 }),
      fc.nat({ max: codes.length }),
    ),
  )
  .map(([codes, more, at]): readonly Group[] => {
    const classes = codes.map((code, index) => ({ code, classes: Array(1 + (more[index] ?? 0)).fill(code) }))
    return [...classes.slice(0, at), novices, ...classes.slice(at)]
  })

test('given links anywhere on the page and any separator between classes, then each entry has its group', () => {
  const separator = fc.constantFrom<Separator>('ruler', 'ruler outside', 'blank row', 'anchor', 'table', 'missing')
  const property = fc.property(
    groups,
    fc.constantFrom<Links>('cells', 'paragraph'),
    fc.array(separator, { minLength: 8, maxLength: 8 }),
    (all, links, chosen) => {
      const expected = all.flatMap(({ code, classes }) => classes.map(() => code))
      const text = page(all, links, (index) => chosen[index] ?? 'ruler')
      expect(groupsOf(text)).toEqual({ groups: expected, warnings: [] })
    },
  )
  fc.assert(property, { numRuns: repetitions({ unit: 300, full: 5000 }) })
})

test('given no links, then classes are their own groups, and a warning names the entries whose group nobody knows', () => {
  const all = [{ code: 'ss', classes: ['ss', 'ss'] }, novices, { code: 'as', classes: ['as'] }]
  const { entries, warnings } = readAxwareHtml(
    page(all, 'none', () => 'ruler'),
    'live.html',
  )
  expect(entries.map(({ group }) => group)).toEqual(['ss', 'ss', 'nss', 'nstr', 'nas', 'as'])
  expect(warnings).toMatchObject([
    { code: 'unknown_group', message: expect.stringContaining('entries of nss, nstr, nas stand together') },
  ])
})

test('given links in which the novices are missing, then no class takes the link of another one', () => {
  const all = [{ code: 'ss', classes: ['ss'] }, novices, { code: 'as', classes: ['as', 'as'] }]
  const text = page(all, 'paragraph', () => 'ruler').replace('<A HREF="#n">n</A> | ', '')
  expect(groupsOf(text)).toEqual({ groups: ['ss', 'nss', 'nstr', 'nas', 'as', 'as'], warnings: ['unknown_group'] })
  const other = page(all, 'paragraph', () => 'ruler')
    .replace('#n">n<', '#results">Results<')
    .replace('#as', '#News')
  expect(groupsOf(other).groups.slice(1, 4)).not.toContain('News')
})

test('given links in another order than the classes, then no class takes the link of another one', () => {
  const all = [
    { code: 'ss', classes: ['ss'] },
    novices,
    { code: 'as', classes: ['as'] },
    { code: 'xp', classes: ['xp'] },
  ]
  const links = ['ss', 'xp', 'as'].map((code) => `<a href="#${code}">${code}</a>`).join()
  const text = page(all, 'none', () => 'ruler').replace('<body>', `<body>${links}`)
  expect(groupsOf(text)).toEqual({ groups: ['ss', 'nss', 'nstr', 'nas', 'as', 'xp'], warnings: ['unknown_group'] })
})

test('given one ranking of all classes, then no warning is given', () => {
  const ranking = [{ code: 'all', classes: ['ss', 'str', 'as'] }]
  expect(groupsOf(page(ranking, 'none', () => 'ruler'))).toEqual({ groups: ['ss', 'str', 'as'], warnings: [] })
})
