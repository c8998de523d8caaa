import {
  maximumCodeLength,
  maximumCourses,
  maximumRunLength,
  maximumRuns,
  maximumTextLength,
} from '../../../../lib/record/driver-schema.ts'

/** A value within the limits of a record. `complaint` says what was cut; undefined when nothing was. */
interface Fitted {
  readonly fitted: unknown
  readonly complaint: string | undefined
}

const codes: ReadonlySet<string> = new Set(
  'class number group index_class published_indexed published_total'.split(' '),
)

/** Cuts what is beyond a limit, and keeps the rest of the attribute. Values of a wrong kind stay for the schema. */
export function fitAttribute(attribute: string, content: unknown): Fitted {
  if (attribute === 'runs') return Array.isArray(content) ? fitRuns(content) : whole(content)
  if (typeof content !== 'string') return whole(content)
  const most = codes.has(attribute) ? maximumCodeLength : maximumTextLength
  if (content.length <= most) return whole(content)
  return { fitted: cutText(content, most), complaint: `"${attribute}" was cut at ${most} characters.` }
}

function whole(content: unknown): Fitted {
  return { fitted: content, complaint: undefined }
}

/** The first courses and runs. A run that is no text or a long one is cut, so that it counts as one without a time. */
function fitRuns(runs: readonly unknown[]): Fitted {
  const complaints = new Set<string>()
  const fitRun = (run: unknown): string => {
    const text = typeof run === 'string' ? run : JSON.stringify(run)
    if (typeof run !== 'string') complaints.add(`the run ${cutText(text, maximumRunLength)} is no text`)
    if (text.length > maximumRunLength) complaints.add(`a run was cut at ${maximumRunLength} characters`)
    return cutText(text, maximumRunLength)
  }
  const fitCourse = (course: readonly unknown[]): readonly string[] => {
    if (course.length > maximumRuns) complaints.add(`only the first ${maximumRuns} of ${course.length} runs are kept`)
    return course.slice(0, maximumRuns).map(fitRun)
  }
  const hasCourses = runs.some(Array.isArray)
  if (hasCourses && runs.length > maximumCourses) {
    complaints.add(`only the first ${maximumCourses} of ${runs.length} courses are kept`)
  }
  const fitted = hasCourses
    ? runs.slice(0, maximumCourses).map((course) => fitCourse(Array.isArray(course) ? course : [course]))
    : fitCourse(runs)
  const complaint = complaints.size === 0 ? undefined : `${[...complaints].slice(0, 3).join('; ')}.`
  return { fitted, complaint }
}

/** A longer text ends in …, so that no time, code or name becomes another one without a sign. */
function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
