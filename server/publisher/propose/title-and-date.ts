const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
const day = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\.?,?\\s+)?'
const dates = [
  '\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}',
  '\\d{4}-\\d{2}-\\d{2}',
  `\\d{1,2}\\.? ${month},? \\d{4}`,
  `${month} \\d{1,2},? \\d{4}`,
]
const atEnd = new RegExp(`^(.+?)[\\s,|-]+(${day}(?:${dates.join('|')}))$`, 'i')

/** A title such as `Spring Slalom - Sun 06-14-2026` in its parts; undefined for a part that it does not have. */
export function titleAndDate(title: string | undefined): { title: string | undefined; date: string | undefined } {
  const [, name, date] = atEnd.exec(title?.trim() ?? '') ?? []
  return name === undefined ? { title, date: undefined } : { title: name, date }
}
