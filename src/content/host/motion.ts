const easing = 'cubic-bezier(.2, 0, 0, 1)'

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** One tint over a chip or a card's head when the tier rose; none where motion is not wanted. */
export function flash(element: HTMLElement): void {
  const target = element.querySelector('.card-head, .chip')
  if (!target || isStill()) return
  const tint = 'inset 0 0 0 40px color-mix(in srgb, var(--tier-fill) 45%, transparent)'
  target.animate([{ boxShadow: tint }, { boxShadow: 'inset 0 0 0 40px transparent' }], {
    duration: 900,
    easing,
  })
}

/**
 * What was inserted comes up softly; what changes in place does not move. By script: an animation of a style sheet
 * begins again where boxes are made anew (steady.ts).
 */
export function arrive(inserted: Element): void {
  if (!isStill()) inserted.animate({ opacity: [0, 1], translate: ['0 4px', '0'] }, { duration: 200, easing })
}
