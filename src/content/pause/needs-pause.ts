import { isPairOfPage } from '../../market/pair.ts'
import { isQuieted } from '../view/auto-open.ts'
import type { BannerInputs } from '../view/banner-inputs.ts'
import type { BannerView } from '../view/banner-view.ts'

/**
 * Whether the page is covered until the trader has answered: for Danger of the pair on screen with current data,
 * if the setting is on. Muted, hidden and ignored episodes have no view, so they never pause; a pair that is to be
 * quieter than that pauses no more than its card opens.
 */
export function needsPause(
  view: BannerView,
  { pair, settings }: Pick<BannerInputs, 'pair' | 'settings'>,
): boolean {
  if (!settings.pause || view.kind !== 'episode' || isQuieted(view)) return false
  const { tier, venue } = view.episode
  // On the page of its other market the price that is abnormal is not the one that an order would meet.
  return tier === 'danger' && venue === pair?.venue && isPairOfPage(view.episode, pair)
}
