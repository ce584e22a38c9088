import browser from 'webextension-polyfill'
import { exchangeOf } from '../../../exchanges/registry.ts'
import type { Episode } from '../../../market/episode.ts'
import { language } from '../../../shared/language.ts'
import { muteKey } from '../../../shared/visible.ts'
import { storeCommand } from '../../pages/commands.ts'
import { digestId } from './notify.ts'

const muteMs = 3_600_000

/**
 * Handles a click on a notification or one of its buttons.
 *
 * @param button 0: open the trading page, as a click on the notification does; 1: mute the pair for an hour
 */
export async function handleNotificationClick(
  id: string,
  button: number,
  all: readonly Episode[],
  now = Date.now(),
): Promise<void> {
  const episode = all.find((known) => known.id === id)
  if (id === digestId) await browser.tabs.create({ url: browser.runtime.getURL('src/history/index.html') })
  else if (!episode) return
  else if (button === 1)
    await storeCommand({ kind: 'mute', pair: muteKey(episode), until: now + muteMs }, now)
  else if (!(await openTradingPage(episode))) return
  await browser.notifications.clear(id)
}

async function openTradingPage({ venue, base, quote }: Episode): Promise<boolean> {
  const exchange = exchangeOf(venue)
  if (!exchange || base === null || quote === null) return false
  await browser.tabs.create({ url: exchange.pageOf({ base, quote }, language()) })
  return true
}
