import { isRuntimeValid } from '../../shared/messages/live-link.ts'
import { answerLimitMs } from '../../shared/with-timeout.ts'
import { abortOnError } from '../abort-on-error.ts'
import { followInputs } from '../follow-inputs.ts'
import { tellHidden } from '../tell-hidden.ts'
import { noInputs } from '../view/banner-inputs.ts'
import { chooseView } from '../view/choose-view.ts'
import { createBannerRequest } from './ask-for-banner.ts'

/** Ages change without messages; ms. */
const tickMs = 1_000

/**
 * Watches whether there is something to show on this page until `life` is aborted, and has the banner run when there
 * is. It asks what the banner will ask, of the same inputs, so that the two never disagree.
 *
 * @param onReplaced called when the page has another document in the place of this one
 */
export function watchPage(life: AbortController, onReplaced: () => void): void {
  const { signal } = life
  const root = document.documentElement
  const begunAt = performance.now()
  let inputs = noInputs
  let isLoaded = false
  let hasSettings = false
  const request = createBannerRequest(signal)
  const look = abortOnError(
    life,
    () => {
      // Not by the defaults while the trader's own may come: they could show what is ignored.
      hasSettings ||= performance.now() - begunAt > answerLimitMs
      if (isLoaded && hasSettings) request(chooseView(inputs, Date.now()).kind !== 'none')
    },
    tellHidden,
  )
  const tick = () => {
    // The extension was updated: a script of the new version runs, or none.
    if (!isRuntimeValid()) return life.abort()
    if (document.documentElement === root) look()
    else if (document.documentElement) onReplaced()
  }
  followInputs(
    {
      update(part) {
        inputs = { ...inputs, ...part }
        look()
      },
      onLoaded: () => (isLoaded = true),
      onSettings: () => (hasSettings = true),
      onLive(live) {
        inputs = { ...inputs, live, ...(live.episodes && { episodes: live.episodes }) }
        // What else it says can wait for the tick.
        if (live.episode || live.episodes) look()
      },
    },
    life,
  )
  const ticking = setInterval(tick, tickMs)
  signal.addEventListener('abort', () => clearInterval(ticking))
}
