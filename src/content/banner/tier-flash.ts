import type { Episode } from '../../market/episode.ts'
import { flash } from '../host/motion.ts'
import type { VisibleView } from '../view/banner-view.ts'

/**
 * Returns a function that flashes the drawn element if the tier of its episode has changed since the last call.
 */
export function createTierFlash(element: HTMLElement): (view: VisibleView | null) => void {
  let drawn: Episode | null = null
  return (view) => {
    const before = drawn
    const showsTier = view?.kind === 'episode' || view?.kind === 'stale' || view?.kind === 'chart'
    drawn = showsTier ? view.episode : null
    if (drawn && before?.id === drawn.id && before.tier !== drawn.tier) flash(element)
  }
}
