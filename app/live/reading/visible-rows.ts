/** Entries of a list that are in the window now, from the top down. */
export function visibleRows(list: HTMLElement | null): HTMLElement[] {
  const rows = list ? [...list.querySelectorAll<HTMLElement>('[data-driver], [data-news]')] : []
  return rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return bottom > 0 && top < window.innerHeight
  })
}

/** What an entry is called among those of its list. */
export function keyOfElement({ dataset }: HTMLElement): string {
  return dataset.driver ?? dataset.news ?? ''
}

/** Whether the list's beginning is in the window or below it: then it is read from the top. */
export function isReadFromTop(list: HTMLElement | null): boolean {
  return list === null || list.getBoundingClientRect().top >= 0
}
