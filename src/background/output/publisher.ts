import { openEpisodes } from '../../detect/cases/open-episodes.ts'
import type { Episode } from '../../market/episode.ts'
import { episodes, markets, mutes, venues } from '../../shared/storage/items.ts'
import { settings } from '../../shared/settings/settings-item.ts'
import { isWanted } from '../../shared/visible.ts'
import { badgeOf, paintBadge } from './badge.ts'
import type { Board } from './episode-store.ts'
import { inTurn } from '../storage/serial.ts'
import { digest, forgetAlerts, notify } from './notifications/notify.ts'
import type { Watch } from '../venues/venues.ts'
import { withTurnover } from './with-turnover.ts'

/** The way of what the venues found to the trader: stored values, toolbar, notifications. */
export interface Paint {
  /** Episodes began or changed. However many come at once, they are stored together. */
  spread(changed: readonly Episode[]): void
  /** Stores figures that merely move. `now` is wall clock, ms. */
  refresh(now: number): Promise<void>
  /** Brings the toolbar up to date. */
  badge(): Promise<void>
  /** Forgets every episode. */
  clear(): Promise<void>
}

/**
 * @param join a card with what other venues say of it
 * @param onTold cards as they are shown, whenever one began or changed
 */
export function createPaint(
  board: Board,
  watch: Watch,
  join: (card: Episode) => Episode,
  onTold: (cards: readonly Episode[]) => void,
): Paint {
  const inOrder = inTurn('tell of an episode')
  let waiting: Episode[] = []

  async function post(list: readonly Episode[]): Promise<readonly Episode[]> {
    const engineOf = (id: string) => watch.venues().find(({ exchange }) => exchange.id === id)?.engine
    const cards = list.map((episode) => withTurnover(join(episode), engineOf(episode.venue)))
    await board.post(cards)
    return cards
  }
  async function badge(): Promise<void> {
    const [all, states, silenced, chosen] = await Promise.all([
      episodes.get(),
      venues.get(),
      mutes.get(),
      settings.get(),
    ])
    const wanted = all.filter((episode) => isWanted(episode, chosen))
    await paintBadge(badgeOf(wanted, states, silenced, Date.now()))
  }
  async function tell(): Promise<void> {
    const changed = waiting
    waiting = []
    if (changed.length === 0) return
    const cards = await post(changed)
    onTold(cards)
    await badge()
    const chosen = await settings.get()
    // The summary of a night before what comes after it.
    await digest(board.all(), chosen)
    const wanted = cards.filter((episode) => isWanted(episode, chosen))
    await notify(wanted, await mutes.get(), chosen)
  }
  return {
    spread(changed) {
      waiting.push(...changed)
      void inOrder(tell)
    },
    refresh: (now) =>
      inOrder(async () => {
        await venues.set(watch.states(now))
        await markets.set(watch.venues().flatMap(({ engine }) => engine.cases.market.state ?? []))
        const open = watch.venues().flatMap(({ engine }) => openEpisodes(engine))
        if (open.length > 0) await post(open)
        await digest(board.all(), await settings.get())
        await badge()
      }),
    badge,
    clear: () =>
      inOrder(async () => {
        waiting = []
        await board.clear()
        await forgetAlerts()
        await badge()
      }),
  }
}
