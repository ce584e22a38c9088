import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { exchangeOf } from '../exchanges/registry.ts'
import { changeSinceStart, type Episode } from '../market/episode.ts'
import { pairName } from '../market/pair.ts'
import type { Mute } from '../shared/items.ts'
import { language } from '../shared/language.ts'
import { stored } from '../shared/stored.ts'
import { locales, textsFor } from '../shared/texts.ts'
import { muteKey, muteOf } from '../shared/visible.ts'
import { type Alert, alertFor } from './alert.ts'

const shape = v.array(
  v.object({
    episode: v.string(),
    tier: v.picklist(['notice', 'warning', 'danger']),
    fell: v.boolean(),
    ratio: v.number(),
    at: v.number(),
  }),
)
/** What was told, kept across the worker's lives so that no episode is announced twice. */
const told = stored<readonly Alert[]>('alerts', [], (value): value is readonly Alert[] => v.is(shape, value))

const remembered = 200

// One after the other: the rules read what was told.
let queue: Promise<void> = Promise.resolve()

/** Notifies of changed episodes where the rules allow. Resolves when all of them are told. */
export function notify(changed: readonly Episode[], mutes: readonly Mute[]): Promise<void> {
  queue = queue
    .then(() => tell(changed, mutes))
    .catch((error: unknown) => console.warn('Keiho could not notify', error))
  return queue
}

async function tell(changed: readonly Episode[], mutes: readonly Mute[]): Promise<void> {
  let alerts = await told.get()
  for (const episode of changed) {
    const now = Date.now()
    if (muteOf(muteKey(episode), mutes, now)) continue
    const alert = alertFor(episode, alerts, 'warning', now)
    if (!alert) continue
    alerts = [alert, ...alerts.filter((known) => known.episode !== episode.id)].slice(0, remembered)
    await told.set(alerts)
    await browser.notifications.create(episode.id, {
      type: 'basic',
      iconUrl: '/icons/app-128.png',
      ...words(episode),
    })
  }
}

function words(episode: Episode): { title: string; message: string } {
  const lang = language()
  const say = textsFor(lang)
  const { base, quote } = episode
  const name = base !== null && quote !== null ? pairName({ base, quote }) : say('market.title')
  const change = new Intl.NumberFormat(locales[lang], {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
    .format(changeSinceStart(episode))
    .replace('-', '\u2212')
  const venue = exchangeOf(episode.venue)?.name ?? episode.venue
  const kinds = [episode.kind, ...episode.also].map((kind) => say(`kind.${kind}`)).join(say('kind.join'))
  return {
    title: `${say(`tier.${episode.tier}`)} ${name} ${change}`,
    message: `${kinds} · ${venue}\n${say('headline.pair')}`,
  }
}

/** Opens the trading page of a notification that was clicked. */
export async function openFromNotification(id: string, episodes: readonly Episode[]): Promise<void> {
  const episode = episodes.find((known) => known.id === id)
  const exchange = episode && exchangeOf(episode.venue)
  if (!exchange || episode.base === null || episode.quote === null) return
  await browser.tabs.create({
    url: exchange.pageOf({ base: episode.base, quote: episode.quote }, language()),
  })
  await browser.notifications.clear(id)
}
