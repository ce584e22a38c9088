import { render } from 'preact'
import type { Words } from '../../ui/words/words.ts'
import { suppressLayoutShifts } from '../host/suppress-layout-shifts.ts'
import { trackPress } from '../placement/track-press.ts'
import type { SiteMemoryCache } from '../site-memory-cache.ts'
import type { EpisodeView } from '../view/banner-view.ts'
import { captureKeys } from './capture-keys.ts'
import { Pause, type PauseActions } from './pause.tsx'

/** Layer that covers the page until the trader has answered, once per episode. */
export interface PauseLayer {
  readonly element: HTMLElement
  /**
   * Covers the page for an episode that has not been answered, otherwise uncovers it. Returns whether it is
   * covered.
   */
  draw(view: EpisodeView | null, venueName: string): boolean
}

interface PauseHandlers extends Pick<PauseActions, 'onLeave' | 'onDetails'> {
  /** @param hadFocus whether the focus was in the layer, so that it has to be moved */
  readonly onAnswered: (hadFocus: boolean) => void
}

/** Adds the layer to the root of the banner, empty until it is drawn. */
export function mountPauseLayer(
  root: HTMLElement,
  words: Words,
  memory: SiteMemoryCache,
  { onLeave, onDetails, onAnswered }: PauseHandlers,
  signal: AbortSignal,
): PauseLayer {
  const layer = document.createElement('div')
  layer.className = 'pause-layer'
  layer.hidden = true
  root.append(layer)
  suppressLayoutShifts(layer, signal)
  const isPressed = trackPress(layer, signal)
  const answered = () => memory.get().paused ?? []
  const find = (selector: string) => layer.querySelector<HTMLElement>(selector)
  let keys: AbortController | null = null

  function startCapture(onEscape: () => void): void {
    const tree = root.getRootNode()
    keys?.abort()
    if (!(tree instanceof ShadowRoot)) return
    keys = new AbortController()
    captureKeys(tree.host, { onEscape, firstControl: () => find('button') }, keys.signal)
  }
  function clear(): void {
    keys?.abort()
    keys = null
    render(null, layer)
    layer.hidden = true
  }
  function answer(id: string): void {
    memory.update({ paused: [id] })
    const hadFocus = layer.matches(':focus-within')
    clear()
    onAnswered(hadFocus)
  }
  signal.addEventListener('abort', clear)
  return {
    element: layer,
    draw(view, venueName) {
      if (!view || answered().includes(view.episode.id)) {
        clear()
        return false
      }
      if (isPressed()) return true
      const { id } = view.episode
      const onContinue = () => answer(id)
      layer.hidden = false
      render(
        <Pause
          {...{ view, venueName, words, onDetails, onContinue }}
          onLeave={() => {
            answer(id)
            onLeave()
          }}
        />,
        layer,
      )
      startCapture(onContinue)
      return true
    },
  }
}
