import { openEpisodes } from '../../detect/cases/open-episodes.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import { defaultSettings } from '../../shared/settings/settings.ts'
import { settings } from '../../shared/settings/settings-item.ts'
import { markets, mutes, unanswered, venues as venueStates } from '../../shared/storage/items.ts'
import { isWanted } from '../../shared/visible.ts'
import { unansweredParts } from '../storage/browser-answer.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import type { Venues } from '../venues/venues.ts'
import { badgeOf, createToolbarButton } from './badge.ts'
import type { EpisodeStore } from './episode-store.ts'
import { clearSentAlerts, notify, sendDigest } from './notifications/notify.ts'
import { untold } from './notifications/notification-rules.ts'
import { loadSentAlerts } from './notifications/sent-alerts.ts'
import { withTurnover } from './with-turnover.ts'

// A storage that does not answer costs what it holds, no alert.
const settingsOrDefaults = () => settings.get().catch(() => defaultSettings)
const muteList = () => mutes.get().catch(() => [])
const warn = (error: unknown) => console.warn('Keiho could not publish all', error)

/** What changed so long before a worker's start (ms) is told no more. */
const catchUpMs = 300_000

/** Brings what the venues found to the trader: stored values, toolbar, notifications. */
export interface Publisher {
  /** Publishes episodes that began or changed. All that come during one write are stored together. */
  publish(changed: readonly Episode[]): void
  /** Stores figures that merely move. `now` is wall clock, ms. */
  refresh(now: number): Promise<void>
  updateBadge(): Promise<void>
  /** Deletes every episode. */
  clear(): Promise<void>
}

interface PublisherOptions {
  /** Adds what is known from other venues to an episode. */
  annotate(episode: Episode): Episode
  /** Pairs on screen. */
  onScreen(): readonly Pair[]
  /** Called with the episodes as they were stored, whenever one began or changed. */
  onPublished(published: readonly Episode[]): void
}

export function createPublisher(
  episodeStore: EpisodeStore,
  venues: Pick<Venues, 'running' | 'states'>,
  { annotate, onScreen, onPublished }: PublisherOptions,
): Publisher {
  const enqueue = serialQueue('publish an episode')
  const toolbarButton = createToolbarButton()
  let waiting: Episode[] = []
  let stored = ''
  let hasCaughtUp = false

  /** Once: notifies of what the worker before found, and had no time to tell. */
  async function catchUp(now: number): Promise<void> {
    if (hasCaughtUp) return
    hasCaughtUp = true
    const isRecent = (episode: Episode) => isOpen(episode) && elapsedMs(episode.changedAt, now) < catchUpMs
    const recent = episodeStore.all().filter(isRecent)
    if (recent.length > 0) await tell(untold(recent, await loadSentAlerts()))
  }
  async function tell(published: readonly Episode[]): Promise<void> {
    const [muted, chosen] = await Promise.all([muteList(), settingsOrDefaults()])
    // The summary of what was kept back comes before what happened after it.
    await sendDigest(episodeStore.all(), muted, chosen)
    const wanted = published.filter((episode) => isWanted(episode, chosen))
    await notify(wanted, muted, chosen, onScreen())
  }

  async function storeUnanswered(): Promise<void> {
    const parts = unansweredParts()
    if (parts.join() === stored) return
    await unanswered.set(parts)
    stored = parts.join()
  }

  async function store(list: readonly Episode[]): Promise<readonly Episode[]> {
    const engineOf = (id: string) => venues.running().find(({ exchange }) => exchange.id === id)?.engine
    const annotated = list.map((episode) => withTurnover(annotate(episode), engineOf(episode.venue)))
    // What cannot be stored is notified of all the same.
    await episodeStore.put(annotated).catch(warn)
    return annotated
  }
  async function updateBadge(): Promise<void> {
    const [muted, chosen] = await Promise.all([muteList(), settingsOrDefaults()])
    const wanted = episodeStore.all().filter((episode) => isWanted(episode, chosen))
    await toolbarButton.show(badgeOf(wanted, venues.states(Date.now()), muted, Date.now()))
  }
  async function publishWaiting(): Promise<void> {
    const changed = waiting
    waiting = []
    if (changed.length === 0) return
    const published = await store(changed)
    onPublished(published)
    await updateBadge().catch(warn)
    await tell(published)
  }
  return {
    publish(changed) {
      waiting.push(...changed)
      void enqueue(publishWaiting)
    },
    refresh: (now) =>
      enqueue(async () => {
        await Promise.all([
          venueStates.set(venues.states(now)),
          markets.set(venues.running().flatMap(({ engine }) => engine.cases.market.state ?? [])),
          storeUnanswered(),
        ]).catch(warn)
        const open = venues.running().flatMap(({ engine }) => openEpisodes(engine))
        if (open.length > 0) await store(open)
        await catchUp(now)
        await sendDigest(episodeStore.all(), await muteList(), await settingsOrDefaults())
        await updateBadge()
      }),
    updateBadge,
    clear: () =>
      enqueue(async () => {
        waiting = []
        await episodeStore.clear()
        await clearSentAlerts()
        await updateBadge()
      }),
  }
}
