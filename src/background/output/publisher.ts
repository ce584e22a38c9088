import { openEpisodes } from '../../detect/cases/open-episodes.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import { language } from '../../shared/language.ts'
import type { Queries } from '../../shared/messages/queries.ts'
import { defaultSettings } from '../../shared/settings/settings.ts'
import { settings } from '../../shared/settings/settings-item.ts'
import { markets, unanswered, venues as venueStates } from '../../shared/storage/items.ts'
import { withOtherMarket, withoutDoubles } from '../../shared/one-coin.ts'
import { isWanted, muteKey, muteOf } from '../../shared/visible.ts'
import { unansweredParts } from '../storage/browser-answer.ts'
import { lastKnown } from '../storage/last-known.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import { createStoredWriter } from '../storage/stored-writer.ts'
import { traderValues } from '../storage/trader-values.ts'
import type { Venues } from '../venues/venues.ts'
import { badgeOf, createToolbarButton } from './badge.ts'
import type { EpisodeStore } from './episode-store.ts'
import { clearSentAlerts, notify, sendDigest } from './notifications/notify.ts'
import { untold } from './notifications/notification-rules.ts'
import { loadSentAlerts } from './notifications/sent-alerts.ts'
import { withTurnover } from './with-turnover.ts'

const warn = (error: unknown) => console.warn('Keiho could not publish all', error)

/** What changed so long before a worker's start (ms) is told no more. */
const catchUpMs = 300_000

/** Brings what the venues found to the trader: toolbar and notifications first, then stored values. */
export interface Publisher {
  /** Publishes episodes that began or changed. All that come while others are told are told together. */
  publish(changed: readonly Episode[]): void
  /** Stores figures that merely move. `now` is wall clock, ms. */
  refresh(now: number): Promise<void>
  updateBadge(): Promise<void>
  /** Every episode of the last day, stored or not, worst first. */
  episodes(): readonly Episode[]
  /** What pages would read if it could be stored. */
  unstored(): Queries['unstored']['answer']
  /** Deletes every episode. */
  clear(): Promise<void>
}

interface PublisherOptions {
  /** Adds what is known from other venues to an episode. */
  annotate(episode: Episode): Episode
  /** Pairs on screen. */
  onScreen(): readonly Pair[]
  /** Called with the episodes as they are stored, whenever one began or changed. */
  onPublished(published: readonly Episode[]): void
}

export function createPublisher(
  episodeStore: EpisodeStore,
  venues: Pick<Venues, 'running' | 'states'>,
  { annotate, onScreen, onPublished }: PublisherOptions,
): Publisher {
  const enqueue = serialQueue('tell of an episode')
  const toolbarButton = createToolbarButton()
  const writers = {
    venues: createStoredWriter(venueStates),
    markets: createStoredWriter(markets),
    unanswered: createStoredWriter(unanswered),
  }
  const settingsOrDefaults = lastKnown(settings.get, defaultSettings)
  const muteList = lastKnown(traderValues.mutes.get, [])
  let waiting: Episode[] = []
  let storedParts = ''
  let hasCaughtUp = false
  /** The refresh that has not begun: while the browser is slow no second one waits, for alerts would wait for both. */
  let nextRefresh: Promise<void> | null = null

  async function storeUnanswered(): Promise<void> {
    const parts = unansweredParts()
    if (parts.join() !== storedParts && (await writers.unanswered.write(parts))) storedParts = parts.join()
  }

  /** What is known of episodes, from memory; nothing is stored yet. */
  function take(list: readonly Episode[]): readonly Episode[] {
    const engineOf = (id: string) => venues.running().find(({ exchange }) => exchange.id === id)?.engine
    const annotated = list.map((episode) => withTurnover(annotate(episode), engineOf(episode.venue)))
    const newest = new Map([...episodeStore.all(), ...annotated].map((episode) => [episode.id, episode]))
    const all = [...newest.values()]
    const joined = annotated.map((episode) => withOtherMarket(episode, all))
    episodeStore.take(joined)
    return joined
  }
  async function updateBadge(): Promise<void> {
    const [muted, chosen] = await Promise.all([muteList(), settingsOrDefaults()])
    const wanted = episodeStore.all().filter((episode) => isWanted(episode, chosen))
    const lang = chosen.language ?? language()
    await toolbarButton.show(badgeOf(wanted, venues.states(Date.now()), muted, Date.now(), lang))
  }
  async function alert(changed: readonly Episode[]): Promise<void> {
    const [muted, chosen] = await Promise.all([muteList(), settingsOrDefaults()])
    // The summary of what was kept back comes before what happened after it.
    await sendDigest(episodeStore.all(), muted, chosen)
    const isTold = (episode: Episode) =>
      isWanted(episode, chosen) && !muteOf(muteKey(episode), muted, Date.now())
    const told = new Set(withoutDoubles(episodeStore.all().filter(isTold)).map(({ id }) => id))
    const wanted = changed.filter((episode) => isWanted(episode, chosen) && told.has(episode.id))
    await notify(wanted, muted, chosen, onScreen())
  }
  /** Once: what the worker before found, and had no time to tell. */
  async function leftUntold(now: number): Promise<readonly Episode[]> {
    if (hasCaughtUp) return []
    hasCaughtUp = true
    const isRecent = (episode: Episode) => isOpen(episode) && elapsedMs(episode.changedAt, now) < catchUpMs
    const recent = episodeStore.all().filter(isRecent)
    return recent.length > 0 ? untold(recent, await loadSentAlerts()) : []
  }
  /** Neither waits for the other: each may meet a part of the browser that does not answer. */
  const tell = (changed: readonly Episode[]) =>
    Promise.all([updateBadge().catch(warn), alert(changed).catch(warn)]).then(() => undefined)

  async function publishWaiting(): Promise<void> {
    const changed = waiting
    waiting = []
    if (changed.length === 0) return
    const published = take(changed)
    await tell(published)
    // Nothing waits for a disk that is full, slow or silent.
    onPublished(published)
    void episodeStore.save()
  }
  return {
    publish(changed) {
      waiting.push(...changed)
      void enqueue(publishWaiting)
    },
    async refresh(now) {
      const open = () => venues.running().flatMap(({ engine }) => openEpisodes(engine))
      await (nextRefresh ??= enqueue(async () => {
        nextRefresh = null
        take(open())
        await tell(await leftUntold(now))
      }))
      await Promise.all([
        // Where nothing is open, nothing has moved.
        open().length > 0 && episodeStore.save(),
        writers.venues.write(venues.states(now)),
        writers.markets.write(venues.running().flatMap(({ engine }) => engine.cases.market.state ?? [])),
        storeUnanswered(),
      ])
    },
    updateBadge,
    episodes: () => episodeStore.all(),
    unstored() {
      const { unstored } = episodeStore
      const { mutes, notHelpful, removedBanners } = traderValues
      return {
        unanswered: unansweredParts(),
        ...(unstored && { episodes: unstored }),
        ...(writers.venues.unstored && { venues: writers.venues.unstored }),
        ...(writers.markets.unstored && { markets: writers.markets.unstored }),
        ...(mutes.unstored && { mutes: mutes.unstored }),
        ...(notHelpful.unstored && { notHelpful: notHelpful.unstored }),
        ...(removedBanners.unstored && { removedBanners: removedBanners.unstored }),
      }
    },
    clear: () =>
      enqueue(async () => {
        waiting = []
        await episodeStore.clear()
        await clearSentAlerts()
        await updateBadge()
      }),
  }
}
