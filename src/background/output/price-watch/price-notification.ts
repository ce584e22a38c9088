import { type Pair, pairKey, pairName } from '../../../market/pair.ts'
import { type Lang, locales } from '../../../shared/languages.ts'
import { venueName } from '../../../shared/venue-name.ts'
import { changeText } from '../notifications/episode-title.ts'
import type { NotificationContent } from '../notifications/notification-content.ts'
import { notificationTexts } from '../notifications/notification-texts.ts'
import type { PriceCrossing } from './price-crossing.ts'

/** Before the key of the pair. An episode's own id begins with a venue. */
const prefix = 'price:'
/** Before what was crossed: no name of a coin holds it. */
const separator = '|'

/** Id of a crossing's notification: the same for the worker that tells it and the next one. */
export function priceNotificationId(pair: Pair, { kind, from }: PriceCrossing): string {
  return [prefix + pairKey(pair), kind, from].join(separator)
}

/** The pair that a notification of this id tells of; null where it is about something else. */
export function pricedPair(notification: string): Pair | null {
  if (!notification.startsWith(prefix)) return null
  const key = notification.slice(prefix.length).split(separator, 1)[0] ?? ''
  const [, venue, base, quote] = /^([^:]+):(.+)\/([^/]+)$/.exec(key) ?? []
  return venue && base && quote ? { venue, base, quote } : null
}

/** What the trader asked to be told of a price: `SYS/BTC +5.2% since 13:05`, or that it came to a line. */
export function priceNotification(
  pair: Pair,
  { kind, price, from, since }: PriceCrossing,
  lang: Lang,
): NotificationContent {
  const text = notificationTexts(lang)
  const number = new Intl.NumberFormat(locales[lang], { maximumSignificantDigits: 7 })
  const time = new Intl.DateTimeFormat(locales[lang], { dateStyle: 'short', timeStyle: 'short' })
  const values = { pair: pairName(pair), price: number.format(from) }
  const title =
    kind === 'move'
      ? text('price.move', {
          pair: values.pair,
          change: changeText(price / from - 1, lang),
          time: time.format(since),
        })
      : text(`price.${kind}`, values)
  const venue = venueName(pair.venue, lang)
  return {
    title,
    message: text('price.message', { price: `${number.format(price)} ${pair.quote}`, venue }),
  }
}
