/** In ms: long enough to be followed by the eye, too short to wait for. */
const duration = 240

/** Lets an element slide from `distance` px below its place to its place. It is there at once with reduced motion. */
export function moveVisibly(element: HTMLElement, distance: number): void {
  if (Math.abs(distance) < 1 || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  element.animate([{ transform: `translateY(${distance}px)` }, { transform: 'none' }], { duration, easing: 'ease-out' })
}
