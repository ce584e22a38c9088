/** One tint over a chip or a card's head when the tier rose; none where motion is not wanted. */
export function flash(element: HTMLElement): void {
  const target = element.querySelector('.card-head, .chip')
  if (!target || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const tint = 'inset 0 0 0 40px color-mix(in srgb, var(--tier-fill) 45%, transparent)'
  target.animate([{ boxShadow: tint }, { boxShadow: 'inset 0 0 0 40px transparent' }], {
    duration: 900,
    easing: 'cubic-bezier(.2, 0, 0, 1)',
  })
}
