import { loadSentAlerts } from '../../../../src/background/output/notifications/sent-alerts.ts'
import { loadRefusal } from '../../../../src/background/requests/refusals.ts'
import { settings } from '../../../../src/shared/settings/settings-item.ts'
import * as items from '../../../../src/shared/storage/items.ts'
import { siteMemory } from '../../../../src/shared/storage/site-memory.ts'
import { wallNow } from '../../../examples/made-up.ts'

/** Every stored value, as the extension reads it. */
export async function readAll() {
  const {
    episodes,
    venues,
    markets,
    officials,
    crosses,
    unanswered,
    mutes,
    notHelpful,
    bannerRemovals,
    hidden,
  } = items
  return {
    episodes: await episodes.get(),
    venues: await venues.get(),
    markets: await markets.get(),
    officials: await officials.get(),
    crosses: await crosses.get(),
    unanswered: await unanswered.get(),
    mutes: await mutes.get(),
    notHelpful: await notHelpful.get(),
    removedBanners: await bannerRemovals.get(),
    hidden: await hidden.get(),
    settings: await settings.get(),
    alerts: await loadSentAlerts(),
    refusal: await loadRefusal('okx', wallNow),
    memory: await siteMemory('www.binance.com').get(),
  }
}

/** What the extension makes of its storage. */
export type ReadValues = Awaited<ReturnType<typeof readAll>>
