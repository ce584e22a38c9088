import { pairKey, type Pair } from '../../../market/pair.ts'
import { language } from '../../../shared/language.ts'
import { defaultSettings, type PairRule, type Settings } from '../../../shared/settings/settings.ts'
import { muteOf } from '../../../shared/visible.ts'
import { serialQueue } from '../../storage/serial-queue.ts'
import { createStoredWriter } from '../../storage/stored-writer.ts'
import { traderValues } from '../../storage/trader-values.ts'
import { symbolsOf } from '../../venues/symbols.ts'
import type { Venue } from '../../venues/venue.ts'
import { notificationTexts } from '../notifications/notification-texts.ts'
import { isQuiet } from '../notifications/quiet-hours.ts'
import { shownBefore } from '../notifications/shown-before.ts'
import { showNotification } from '../notifications/show-notification.ts'
import { crossingOf, type PriceCrossing, type PriceMark } from './price-crossing.ts'
import { priceMarks } from './price-marks.ts'
import { pricedPair, priceNotification, priceNotificationId } from './price-notification.ts'

/** Compares the prices of single pairs with the trader's own thresholds. */
export interface PriceWatch {
  /** Goes by these settings from now on. */
  apply(settings: PriceWatchSettings): void
  /** Tells what was crossed since the last call. @param now wall clock, ms */
  tick(venues: readonly Pick<Venue, 'exchange' | 'engine'>[], now: number): Promise<void>
  /** Forgets every price: what comes next is the first one seen. */
  clear(): void
}

type PriceWatchSettings = Pick<Settings, 'pairRules' | 'notifications' | 'language' | 'venues'>

const hasThreshold = ({ move, above, below }: PairRule) => (move ?? above ?? below) !== undefined

/** The pair of a rule, whose key is a `pairKey`. */
const pairOf = ({ pair }: PairRule): Pair | null => pricedPair(`price:${pair}`)

/** The last price of a pair by the venue's engine, which stray prints do not move; null while none is known. */
function lastPrice(
  venues: Parameters<PriceWatch['tick']>[0],
  pair: Pair,
): { price: number; at: number } | null {
  const venue = venues.find(({ exchange }) => exchange.id === pair.venue)
  const [symbol] = venue ? symbolsOf(venue, [pair]) : []
  const known = symbol === undefined ? undefined : venue?.engine.data.pairs.get(symbol)
  return known && known.at > 0 && known.last > 0 ? { price: known.last, at: known.at } : null
}

export function createPriceWatch(): PriceWatch {
  const enqueue = serialQueue('tell of a price')
  const writer = createStoredWriter(priceMarks)
  let settings: PriceWatchSettings = defaultSettings
  /** By pair; null: not read yet. */
  let marks: Map<string, PriceMark> | null = null
  let isWaiting = false

  async function readMarks(): Promise<Map<string, PriceMark>> {
    return (marks ??= new Map((await priceMarks.get()).map((mark) => [mark.pair, mark])))
  }
  async function tell(pair: Pair, crossing: PriceCrossing, sound: boolean): Promise<void> {
    const lang = settings.language ?? language()
    const id = priceNotificationId(pair, crossing)
    // A worker that died before it stored the mark has left the notification.
    if ((await shownBefore()).has(id)) return
    const buttons = [notificationTexts(lang)('notification.open')]
    await showNotification(id, priceNotification(pair, crossing, lang), { buttons, sound })
  }
  async function judge(venues: Parameters<PriceWatch['tick']>[0], now: number): Promise<void> {
    const { pairRules, notifications } = settings
    const known = await readMarks()
    const rules = pairRules.filter(hasThreshold)
    const before = new Map(known)
    for (const key of known.keys()) if (!rules.some(({ pair }) => pair === key)) known.delete(key)
    // What is crossed in quiet hours is told after them, if the price is still there.
    const isHeld = isQuiet(notifications.quiet, now)
    for (const rule of rules) {
      const pair = pairOf(rule)
      const last = pair && lastPrice(venues, pair)
      if (!pair || !last) continue
      const { mark, crossing } = crossingOf(rule, known.get(rule.pair), last.price, last.at)
      if (crossing) {
        if (isHeld || muteOf(pairKey(pair), await traderValues.mutes.get(), now)) continue
        // Shown before it is stored, as every notification.
        await tell(pair, crossing, rule.sound ?? notifications.sound).catch((error: unknown) =>
          console.warn('Keiho could not tell of a price', error),
        )
      }
      known.set(rule.pair, mark)
    }
    if (hasChanged(before, known)) void writer.write([...known.values()])
  }
  return {
    apply(next) {
      settings = next
    },
    async tick(venues, now) {
      const isIdle = !settings.pairRules.some(hasThreshold) && !marks?.size
      // While the browser is slow no second look waits.
      if (isIdle || isWaiting) return
      isWaiting = true
      await enqueue(() => judge(venues, now)).finally(() => (isWaiting = false))
    },
    clear() {
      marks = new Map()
      writer.forget()
    },
  }
}

function hasChanged(before: ReadonlyMap<string, PriceMark>, after: ReadonlyMap<string, PriceMark>): boolean {
  if (before.size !== after.size) return true
  return [...after].some(([pair, mark]) => JSON.stringify(before.get(pair)) !== JSON.stringify(mark))
}
