import { render } from 'preact'
import type { Words } from '../../ui/words/words.ts'
import { Pause, type PauseActs, type Pausing } from './pause.tsx'
import { readKeys } from './pause-keys.ts'
import { pressOn } from '../placement/press.ts'
import { keepSteady } from '../host/steady.ts'

/** Answers are remembered this far back. */
const REMEMBERED = 40

/** The layer that covers the page until the trader has answered, once for each episode. */
export interface PauseLayer {
  /** Covers the page for an episode that was not answered yet, else uncovers it. Returns whether it is covered. */
  draw(scene: Pausing | null, venueName: string): boolean
}

interface Asks extends Pick<PauseActs, 'onLeave' | 'onDetails'> {
  /** All ids that were answered; and whether the trader's focus was in the layer, so that it must not be lost. */
  readonly onAnswered: (ids: readonly string[], focused: boolean) => void
}

/** Makes the layer in the banner's root, empty until it is drawn. `answered`: ids of episodes. */
export function raisePauseLayer(
  root: HTMLElement,
  words: Words,
  answered: readonly string[],
  { onLeave, onDetails, onAnswered }: Asks,
  signal: AbortSignal,
): PauseLayer {
  const layer = document.createElement('div')
  layer.className = 'pause-layer'
  layer.hidden = true
  root.append(layer)
  keepSteady(layer, signal)
  const pressed = pressOn(layer, signal)
  let known = answered
  let keys: AbortController | null = null

  function listen(): void {
    const tree = root.getRootNode()
    if (keys || !(tree instanceof ShadowRoot)) return
    keys = new AbortController()
    const first = () => layer.querySelector<HTMLElement>('button')
    readKeys(
      tree.host,
      { onEscape: () => layer.querySelector<HTMLElement>('.on')?.click(), first },
      keys.signal,
    )
  }
  function clear(): void {
    keys?.abort()
    keys = null
    render(null, layer)
    layer.hidden = true
  }
  function answer(id: string): void {
    known = [...known, id].slice(-REMEMBERED)
    const focused = layer.matches(':focus-within')
    clear()
    onAnswered(known, focused)
  }
  signal.addEventListener('abort', clear)
  return {
    draw(scene, venueName) {
      if (!scene || known.includes(scene.episode.id)) {
        clear()
        return false
      }
      if (pressed()) return true
      const { id } = scene.episode
      const onContinue = () => answer(id)
      layer.hidden = false
      render(
        <Pause
          {...{ scene, venueName, words, onDetails, onContinue }}
          onLeave={() => {
            answer(id)
            onLeave()
          }}
        />,
        layer,
      )
      listen()
      return true
    },
  }
}
