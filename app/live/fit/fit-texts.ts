/** The style sheets have a smaller size for each step; from the third on, texts wrap. */
const lastStep = 5

/**
 * Makes each text below `root` whose box is too small for it smaller, step by step, until nothing of it is cut. The box
 * has `data-fit`, the step, and one child, the text.
 */
export function fitTexts(root: ParentNode): void {
  let tooLarge = [...root.querySelectorAll<HTMLElement>('[data-fit]')]
  for (let step = 0; step <= lastStep && tooLarge.length > 0; step += 1) {
    // All are written, then all are read, so that the browser lays the page out once a step.
    for (const box of tooLarge) box.dataset.fit = `${step}`
    tooLarge = tooLarge.filter(isCut)
  }
}

function isCut(box: HTMLElement): boolean {
  const text = box.firstElementChild?.getBoundingClientRect()
  return text !== undefined && (text.width > box.clientWidth + 0.5 || text.height > box.clientHeight + 0.5)
}
