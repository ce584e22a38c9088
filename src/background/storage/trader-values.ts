import { bannerRemovals, hidden, keyChecks, mutes, notHelpful } from '../../shared/storage/items.ts'
import { createKeptValue } from './kept-value.ts'

/** What the trader, or a page, told the background by commands: it counts at once, stored or not. */
export const traderValues = {
  mutes: createKeptValue(mutes),
  hidden: createKeptValue(hidden),
  keyChecks: createKeptValue(keyChecks),
  notHelpful: createKeptValue(notHelpful),
  removedBanners: createKeptValue(bannerRemovals),
}
