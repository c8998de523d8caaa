/** The rows of a list that are in the window now, from top to bottom. */
export function visibleRows(list: HTMLElement | null): HTMLElement[] {
  const rows = list ? [...list.querySelectorAll<HTMLElement>('[data-driver], [data-news]')] : []
  return rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return bottom > 0 && top < window.innerHeight
  })
}

/** The key of a row's element, unique in its list; '' when it has none. */
export function keyOfElement({ dataset }: HTMLElement): string {
  return dataset.driver ?? dataset.news ?? ''
}

/** True when the list's top edge is in the window or below it. */
export function isReadFromTop(list: HTMLElement | null): boolean {
  return list === null || list.getBoundingClientRect().top >= 0
}
