import { language } from '../shared/language.ts'
import { isRuntimeValid } from '../shared/messages/live-link.ts'
import { defaultSettings } from '../shared/settings/settings.ts'
import { shownSettings } from './shown-settings.ts'
import { appearanceOf } from '../ui/page/appearance.ts'
import { abortOnError } from './abort-on-error.ts'
import { bannerHandlers } from './banner-handlers.ts'
import { bannerWords, speakInstead } from './banner-words.ts'
import { mountBanner, type MountedBanner } from './banner/mount-banner.ts'
import { followInputs } from './follow-inputs.ts'
import { isPopover, topLayerEvents } from './host/top-layer.ts'
import { afterFrame } from './page/after-frame.ts'
import { needsPause } from './pause/needs-pause.ts'
import { loadSiteMemory } from './site-memory-cache.ts'
import { tellHidden } from './tell-hidden.ts'
import { type BannerInputs, noInputs } from './view/banner-inputs.ts'
import { chooseView } from './view/choose-view.ts'
import { venueName } from '../shared/venue-name.ts'

/** Ages and the theme of the page change without messages, and a cover comes without an event; ms. */
const tickMs = 1_000
/** While the page hides the banner, its next check is so soon, ms: it is raised before it is said to be hidden. */
const hiddenCheckMs = 400

/**
 * Runs the banner of this page until `life` is aborted. An error while drawing aborts it, is told, and has no other
 * effect.
 *
 * @param onReplaced called when the page has another document in the place of this one: `document.open` takes all
 * listeners with it, ours too
 */
export async function run(life: AbortController, onReplaced: () => void = () => undefined): Promise<void> {
  const { signal } = life
  const root = document.documentElement
  const initialSettings = await shownSettings.get().catch(() => defaultSettings)
  const resolved = appearanceOf(initialSettings, language())
  const words = await bannerWords(resolved.lang, signal)
  if (signal.aborted) return
  const appearance = { ...resolved, lang: words.lang }
  const memory = await loadSiteMemory(location.host, signal)
  let inputs: BannerInputs = { ...noInputs, settings: initialSettings }
  let banner: MountedBanner | null = null
  let isLoaded = false
  let isShown = false

  const draw = abortOnError(
    life,
    () => {
      if (!isLoaded || document.documentElement !== root) return
      const view = chooseView(inputs, Date.now())
      const wasShown = isShown
      isShown = view.kind !== 'none'
      // Nothing is added to the page before there is something to show, and nothing asked of it while there is not.
      if (!isShown && !wasShown) return
      banner ??= mountBanner(words, appearance, memory, handlers, signal, lookForCover)
      // The market of the episode, which may be another than the page's.
      const venue = 'episode' in view ? view.episode.venue : (inputs.venue ?? '')
      banner.draw(view, venueName(venue, words.lang), needsPause(view, inputs))
    },
    tellHidden,
  )
  let isDue = false
  /**
   * Of what moves by itself one drawing a frame is enough, and none in a tab behind another: there no frames come. After
   * the frame, when where everything stands is known and need not be worked out for us.
   */
  const drawNextFrame = () => {
    if (isDue) return
    isDue = true
    requestAnimationFrame(() =>
      setTimeout(() => {
        isDue = false
        if (!signal.aborted) draw()
      }),
    )
  }
  let nextCheck: ReturnType<typeof setTimeout> | undefined
  const checkCovered = abortOnError(
    life,
    (opened: Element | null) => {
      if (document.documentElement === root) {
        clearTimeout(nextCheck)
        if (banner?.checkCovered(opened)) nextCheck = setTimeout(lookForCover, hiddenCheckMs)
      } else if (document.documentElement) onReplaced()
    },
    tellHidden,
  )
  const lookForCover = () => afterFrame(() => !signal.aborted && checkCovered(null))
  const tick = () => {
    // The extension was updated: a script of the new version runs, or none. Not left to a drawing, which waits for a
    // frame, and in a tab behind another for the trader's return.
    if (!isRuntimeValid()) return life.abort()
    if (document.documentElement !== root) return checkCovered(null)
    // No frame is asked for where nothing is drawn.
    if (!isShown) return draw()
    // What cannot be reached is drawn otherwise.
    lookForCover()
    drawNextFrame()
  }
  const update = (part: Partial<BannerInputs>) => {
    inputs = { ...inputs, ...part }
    draw()
  }
  const handlers = bannerHandlers(() => inputs, update)
  followInputs(
    {
      update,
      onLoaded: () => (isLoaded = true),
      onLive(live) {
        inputs = { ...inputs, live, ...(live.episodes && { episodes: live.episodes }) }
        // What else it says can wait for the tick.
        if (isShown || live.episode || live.episodes) drawNextFrame()
      },
      onSettings: (settings) => speakInstead(words.lang, appearanceOf(settings, language()).lang),
      onToggleCard: () => banner?.toggleCard(),
    },
    life,
  )
  const onTopLayer = ({ isTrusted, target, type }: Event) => {
    const isOpened = type === 'toggle' && target instanceof Element && isPopover(target)
    if (isTrusted) checkCovered(isOpened ? target : null)
  }
  for (const event of topLayerEvents) document.addEventListener(event, onTopLayer, { capture: true, signal })
  const ticking = setInterval(tick, tickMs)
  signal.addEventListener('abort', () => {
    clearInterval(ticking)
    clearTimeout(nextCheck)
  })
}
