import { openEpisodes } from '../detect/open-episodes.ts'
import type { Episode } from '../market/episode.ts'
import { episodes, markets, mutes, venues } from '../shared/items.ts'
import { settings } from '../shared/settings-item.ts'
import { isWanted } from '../shared/visible.ts'
import { badgeOf, paintBadge } from './badge.ts'
import type { Board } from './board.ts'
import { inTurn } from './in-turn.ts'
import { digest, notify } from './notify.ts'
import type { Watch } from './watch.ts'
import { withTurnover } from './with-turnover.ts'

/** The way of what the venues found to the trader: stored values, toolbar, notifications. */
export interface Paint {
  /** Episodes began or changed. However many come at once, they are stored together. */
  spread(changed: readonly Episode[]): void
  /** Stores figures that merely move. `now` is wall clock, ms. */
  refresh(now: number): Promise<void>
  /** Brings the toolbar up to date. */
  badge(): Promise<void>
}

/** @param join a card with what other venues say of it */
export function createPaint(board: Board, watch: Watch, join: (card: Episode) => Episode): Paint {
  const inOrder = inTurn('tell of an episode')
  let waiting: Episode[] = []

  const post = (list: readonly Episode[]) => {
    const engineOf = (id: string) => watch.venues().find(({ exchange }) => exchange.id === id)?.engine
    return board.post(list.map((episode) => withTurnover(join(episode), engineOf(episode.venue))))
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
    await post(changed)
    await badge()
    const chosen = await settings.get()
    const wanted = changed.filter((episode) => isWanted(episode, chosen))
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
        await markets.set(watch.venues().flatMap(({ engine }) => engine.market.state ?? []))
        const open = watch.venues().flatMap(({ engine }) => openEpisodes(engine))
        if (open.length > 0) await post(open)
        await digest(board.all(), await settings.get())
        await badge()
      }),
    badge,
  }
}
