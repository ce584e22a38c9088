const easing = 'cubic-bezier(.2, 0, 0, 1)'

const prefersReducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Tints a chip or the head of a card for a moment; not if the user prefers reduced motion. */
export function flash(element: HTMLElement): void {
  const target = element.querySelector('.card-head, .chip')
  if (!target || prefersReducedMotion()) return
  const tint = 'inset 0 0 0 40px color-mix(in srgb, var(--tier-fill) 45%, transparent)'
  target.animate([{ boxShadow: tint }, { boxShadow: 'inset 0 0 0 40px transparent' }], {
    duration: 900,
    easing,
  })
}

/**
 * Fades in a new element; changes in place are not animated. By script: a CSS animation would restart whenever
 * boxes are recreated (suppress-layout-shifts.ts).
 */
export function fadeIn(element: Element): void {
  if (!prefersReducedMotion())
    element.animate({ opacity: [0, 1], translate: ['0 4px', '0'] }, { duration: 200, easing })
}
