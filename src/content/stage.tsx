import { render } from 'preact'
import type { Stored } from '../shared/storage/stored.ts'
import type { SiteMemory } from '../shared/storage/site-memory.ts'
import type { Appearance } from '../ui/page/appearance.ts'
import type { Words } from '../ui/words/words.ts'
import { announcementOf } from './scene/announcement.ts'
import { announcer } from './host/announcer.ts'
import { Banner, type BannerActions } from './banner.tsx'
import { raiseHost } from './host/host.ts'
import { arrive, flash } from './host/motion.ts'
import { opensItself, stageKey } from './scene/opening.ts'
import { pageTheme } from './page/page-theme.ts'
import { raisePauseLayer } from './pause/pause-layer.tsx'
import { positioned } from './placement/position.ts'
import { pressOn } from './placement/press.ts'
import type { Scene } from './scene/scene.ts'
import { keepSteady } from './host/steady.ts'

/** Cards that opened by themselves are remembered this far back. */
const REMEMBERED = 40

type Shown = Exclude<Scene, { kind: 'none' }>
type OfEpisode = Exclude<Shown, { kind: 'word' }>

/** What the trader asks for on the stage and the rest of the extension does. */
export type StageAsks = Pick<BannerActions, 'onRetry' | 'onNoCountry'> & {
  readonly onDetails: (scene: OfEpisode) => void
  readonly onHide: (scene: Shown) => void
  readonly onMute: (scene: OfEpisode, length: number | null) => void
  /** Away from the trading page. */
  readonly onLeave: () => void
  /** The page will not have the banner. */
  readonly onYield: () => void
}

/** Draws scenes on the page. */
export interface Stage {
  /** @param pauses whether the page is covered until the trader has answered for this episode */
  draw(scene: Scene, venueName: string, pauses: boolean): void
  /** Looks whether the page covers what is drawn; to be called now and then. */
  look(): void
}

/** Raises the banner's element and keeps what only the page itself knows: open or not, place, what was said. */
export function raiseStage(
  words: Words,
  look: Appearance,
  memory: Stored<SiteMemory>,
  remembered: SiteMemory,
  asks: StageAsks,
  signal: AbortSignal,
): Stage {
  const { root, look: lookAgain } = raiseHost(look, signal, () => asks.onYield())
  const announce = announcer(root, signal)
  const element = document.createElement('div')
  element.className = 'place'
  root.append(element)
  keepSteady(element, signal)
  let site = remembered
  let scene: Shown | null = null
  let venue = ''
  let openFor: string | null = null
  let drawn: { readonly episode: string; readonly tier: string } | null = null

  const remember = (part: Partial<SiteMemory>) => {
    site = { ...site, ...part }
    void memory.set(site).catch(() => undefined)
  }
  const position = positioned(element, (place) => remember({ place }))
  position.want(site.place)

  const pressed = pressOn(element, signal)
  const show = (): boolean => {
    if (!scene || pressed()) return true
    const open = scene.kind === 'word' || openFor === scene.episode.id
    const stood = element.firstElementChild
    render(<Banner scene={scene} open={open} venueName={venue} words={words} actions={actions} />, element)
    const stands = element.firstElementChild
    if (stands && stands !== stood) arrive(stands)
    return position.put(open)
  }
  // Focus follows only where the trader's own act replaced the button that had it.
  const toggle = (open: boolean) => {
    openFor = open && scene && scene.kind !== 'word' ? scene.episode.id : null
    show()
    element.querySelector<HTMLElement>(open ? '.collapse' : '.chip-open')?.focus()
  }
  const actions: BannerActions = {
    grip: position.grip,
    onOpen: () => toggle(true),
    onCollapse: () => toggle(false),
    onDetails: () => scene && scene.kind !== 'word' && asks.onDetails(scene),
    onHide: () => scene && asks.onHide(scene),
    onMute: (length) => scene && scene.kind !== 'word' && asks.onMute(scene, length),
    onRetry: asks.onRetry,
    onNoCountry: asks.onNoCountry,
  }
  const pause = raisePauseLayer(
    root,
    words,
    site.paused ?? [],
    {
      onLeave: asks.onLeave,
      onDetails: actions.onDetails,
      onAnswered(paused, focused) {
        element.inert = false
        remember({ paused })
        if (focused) element.querySelector<HTMLElement>('.collapse, .chip-open')?.focus()
      },
    },
    signal,
  )
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && openFor !== null) toggle(false)
  })
  addEventListener('resize', () => show(), { signal })
  signal.addEventListener('abort', () => render(null, element))

  const openByItself = (shown: Shown) => {
    if (shown.kind !== 'episode' || !opensItself(shown.episode, site.opened)) return
    const { episode } = shown
    remember({ opened: [...site.opened, stageKey(episode)].slice(-REMEMBERED) })
    const before = openFor
    openFor = episode.id
    // Where a card finds no room beside the order form, it waits as a chip until asked.
    if (!show()) openFor = before
  }
  return {
    draw(next, venueName, pauses) {
      scene = next.kind === 'none' ? null : next
      venue = venueName
      root.dataset['theme'] = pageTheme(document)
      const paused = pause.draw(pauses && next.kind === 'episode' ? next : null, venueName)
      element.inert = paused
      if (!scene) {
        render(null, element)
        drawn = null
        return
      }
      openByItself(scene)
      show()
      const stood = drawn
      drawn =
        'silence' in scene || scene.kind === 'episode'
          ? { episode: scene.episode.id, tier: scene.episode.tier }
          : null
      if (drawn && stood?.episode === drawn.episode && stood.tier !== drawn.tier) flash(element)
      const announcement = announcementOf(next, words, venueName, paused)
      if (announcement) announce(announcement)
    },
    look() {
      if (scene) lookAgain(middleOf(element))
    },
  }
}

function middleOf(element: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
