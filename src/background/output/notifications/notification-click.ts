import browser from 'webextension-polyfill'
import { exchangeOf } from '../../../exchanges/registry.ts'
import type { Episode } from '../../../market/episode.ts'
import type { Pair } from '../../../market/pair.ts'
import { detailsAddress, historyAddress } from '../../../shared/details-address.ts'
import type { Lang } from '../../../shared/texts.ts'
import { muteKey } from '../../../shared/visible.ts'
import { storeCommand } from '../../pages/commands.ts'
import { focusTab, showExtensionPage } from '../show-tab.ts'

const muteMs = 3_600_000

/** What a click needs to know. */
interface ClickContext {
  /** Every stored episode. */
  readonly all: readonly Episode[]
  readonly lang: Lang
  /** Id of a tab that shows the pair. */
  tabOf(pair: Pair): number | undefined
}

/**
 * Handles a click on a notification or one of its buttons: the trading page of a pair, the details of a market-wide
 * episode, the history after a summary or where the episode is no longer stored.
 *
 * @param button 0: open, as a click on the notification does; 1: mute the pair for an hour
 */
export async function handleNotificationClick(
  id: string,
  button: number,
  context: ClickContext,
  now = Date.now(),
): Promise<void> {
  const episode = context.all.find((known) => known.id === id)
  if (!episode) await showExtensionPage(historyAddress(null))
  else if (button === 1)
    await storeCommand({ kind: 'mute', pair: muteKey(episode), until: now + muteMs }, now)
  else await showEpisode(episode, context)
  await browser.notifications.clear(id)
}

async function showEpisode(
  { id, venue, base, quote }: Episode,
  { lang, tabOf }: ClickContext,
): Promise<void> {
  const exchange = exchangeOf(venue)
  if (!exchange || base === null || quote === null) return showExtensionPage(detailsAddress(id))
  const tab = tabOf({ venue, base, quote })
  if (tab !== undefined && (await focusTab(tab))) return
  await browser.tabs.create({ url: exchange.pageOf({ base, quote }, lang) })
}
