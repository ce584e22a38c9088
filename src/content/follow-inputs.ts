import { language } from '../shared/language.ts'
import { openLiveLink } from '../shared/messages/live-link.ts'
import type { Live } from '../shared/messages/messages.ts'
import { siteOfUrl } from '../shared/site-of-url.ts'
import { followAll } from '../shared/storage/follow-all.ts'
import { crosses, episodes, hidden, mutes, officials, venues } from '../shared/storage/items.ts'
import { appearanceOf } from '../ui/page/appearance.ts'
import { followAddress } from './page/follow-address.ts'
import { pairOfPage } from './page/pair-of-page.ts'
import { shownSettings, type ShownSettings } from './shown-settings.ts'
import type { BannerInputs } from './view/banner-inputs.ts'

/** Who follows the inputs of a page. */
interface InputsFollower {
  /** Told of what is new: of the address, the settings, and what is stored. */
  update(part: Partial<BannerInputs>): void
  /** Told once, before the update that brings all that is stored. */
  onLoaded(): void
  /** Told of each message about the pair on screen, several a second where much is traded. */
  onLive(live: Live): void
  onSettings?(settings: ShownSettings): void
  onToggleCard?(): void
}

/** Follows all that decides what this page shows, until `life` is aborted; an update of the extension aborts it. */
export function followInputs(follower: InputsFollower, life: AbortController): void {
  const { signal } = life
  let pair: BannerInputs['pair'] = null
  const link = openLiveLink(
    (live) => {
      const { venue, base, quote } = live.pair
      if (venue === pair?.venue && base === pair.base && quote === pair.quote) follower.onLive(live)
    },
    () => life.abort(),
    signal,
    () => follower.onToggleCard?.(),
  )
  followAddress((href) => {
    const site = siteOfUrl(href)
    const page = site && pairOfPage(site, href)
    pair = page?.pair ?? null
    link.show(pair)
    const isOtherMarket = page?.isOtherMarket === true
    follower.update({ pair, isOtherMarket, venue: site?.id ?? null, live: null })
  }, signal)
  // All values first: without the mutes, a muted pair would show for a moment. Then only what changed, so that an
  // older stored value does not undo what the trader just hid or muted.
  const items = { episodes, venues, mutes, hidden, officials, crosses }
  let isLoaded = false
  const onStored = (_: unknown, changed: Partial<BannerInputs>) => {
    if (!isLoaded) follower.onLoaded()
    isLoaded = true
    follower.update(changed)
  }
  followAll(items, onStored, signal)
  shownSettings.follow((settings) => {
    const { lang, currency } = appearanceOf(settings, language())
    follower.onSettings?.(settings)
    follower.update({ settings, currency, countryNotice: settings.countryNotice && lang === 'ja' })
  }, signal)
}
