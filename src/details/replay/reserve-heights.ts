/** The parts of the page whose content grows with time. */
const parts = '#details :is(.top, .say, .sum, main .panel)'

/**
 * Keeps each part of the page at least as high as it is now, the most that it will hold: what comes and goes
 * within a part while moments are replayed moves no other. To be called before the first of them is drawn.
 */
export function reserveHeights(): void {
  for (const part of document.querySelectorAll<HTMLElement>(parts))
    part.style.minHeight = `${part.getBoundingClientRect().height}px`
}

export function releaseHeights(): void {
  for (const part of document.querySelectorAll<HTMLElement>(parts)) part.style.minHeight = ''
}
