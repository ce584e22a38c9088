import type { NamedPair } from '../../../exchanges/exchange.ts'
import { exchangeOf } from '../../../exchanges/registry.ts'
import type { Episode } from '../../../market/episode.ts'
import type { Pair } from '../../../market/pair.ts'
import { detailsAddress, historyAddress, lastNightAddress } from '../../../shared/details-address.ts'
import type { Lang } from '../../../shared/languages.ts'
import { muteKey } from '../../../shared/visible.ts'
import { browser } from '../../../shared/web-extension.ts'
import { storeCommand } from '../../pages/commands.ts'
import { focusTab, showExtensionPage } from '../show-tab.ts'
import { episodeIdOf } from './alert-id.ts'
import { digestId } from './notify.ts'
import { pricedPair } from '../price-watch/price-notification.ts'
import { chosenEnd, confirmedEpisode, confirmMute, muteMs } from './mute-notification.ts'

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
 * episode, what was held back after a summary, the history where the episode is no longer stored.
 *
 * @param button null: the notification itself, which opens; 0: opens too; 1: mutes the pair for an hour, and asks
 * whether that should be shorter or longer
 */
export async function handleNotificationClick(
  id: string,
  button: number | null,
  context: ClickContext,
  now = Date.now(),
): Promise<void> {
  const confirmed = confirmedEpisode(id)
  const priced = pricedPair(id)
  const episode = context.all.find((known) => known.id === (confirmed ?? episodeIdOf(id)))
  if (id === digestId) await showExtensionPage(lastNightAddress)
  else if (priced) await showTradingPage(priced, context)
  else if (!episode) await showExtensionPage(historyAddress(null))
  else if (confirmed !== null && button !== null) await mute(episode, chosenEnd(button, now), true)
  else if (button === 1) await mute(episode, now + muteMs, false)
  else await showEpisode(episode, context)
  await browser.notifications.clear(id)

  async function mute(muted: Episode, until: number | undefined, isChosen: boolean): Promise<void> {
    if (until === undefined) return
    await storeCommand({ kind: 'mute', pair: muteKey(muted), until }, now)
    await confirmMute(muted, until, context.lang, isChosen)
  }
}

async function showEpisode(
  { id, venue, symbol, base, quote }: Episode,
  context: ClickContext,
): Promise<void> {
  if (base === null || quote === null) return showExtensionPage(detailsAddress(id))
  await showTradingPage({ venue, symbol, base, quote }, context, detailsAddress(id))
}

/** Shows the pair's trading page, where a tab has it open that one; the history of a venue that is no longer known. */
async function showTradingPage(
  { venue, symbol = null, base, quote }: Pair & NamedPair,
  { lang, tabOf }: ClickContext,
  otherwise = historyAddress(null),
): Promise<void> {
  const exchange = exchangeOf(venue)
  if (!exchange) return showExtensionPage(otherwise)
  const tab = tabOf({ venue, base, quote })
  if (tab !== undefined && (await focusTab(tab))) return
  await browser.tabs.create({ url: exchange.pageOf({ symbol, base, quote }, lang) })
}
