import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { alertFor } from '../../src/background/output/notifications/notification-rules.ts'
import { episodeNotification } from '../../src/background/output/notifications/notification-content.ts'
import { withAlert } from '../../src/background/output/notifications/sent-alerts.ts'
import type { SentAlert } from '../../src/background/storage/sent-alert.ts'
import type { Episode } from '../../src/market/episode.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { createDetector } from '../../tools/backtest/replay/create-detector.ts'
import type { Detector } from '../../tools/backtest/replay/detector.ts'
import { replayTrades } from '../../tools/backtest/replay/replay-trades.ts'
import { openScenario } from '../../tools/market-server/scenarios.ts'
import { runMarket } from '../detect/synthetic/run-market.ts'

/** What a trader with the settings of a new installation would have been shown. */
interface Shown {
  readonly episode: Episode
  /** Market time, ms; and since the episode was first told of. */
  readonly at: number
  readonly sinceBegun: number
  readonly text: string
}

/** Lists the notifications of episodes as they change. */
function notificationList() {
  const shown: Shown[] = []
  const begunAt = new Map<string, number>()
  let sent: readonly SentAlert[] = []
  return {
    shown,
    take(changed: readonly Episode[], at: number) {
      for (const episode of changed) {
        if (!begunAt.has(episode.id)) begunAt.set(episode.id, at)
        const alert = alertFor(episode, sent, defaultSettings.notifications, false, at)
        if (!alert) continue
        sent = withAlert(sent, alert)
        const { title, message } = episodeNotification(episode, 'en')
        const text = `${title}\n${message}`
        shown.push({ episode, at, sinceBegun: at - begunAt.get(episode.id)!, text })
      }
      return changed
    },
  }
}

const titleOf = ({ text }: Shown) => text.split('\n')[0]!
/** Those that tell of the turn: in words, or of a peak of the last seconds by the number alone. */
const turns = (shown: readonly Shown[]) => shown.filter(({ episode: { phase } }) => phase === 'falling')

/** The share of an episode's move that is gone, by its prices alone. */
const gone = ({ episode: { startPrice, peakPrice, lastPrice } }: Shown) =>
  (peakPrice - lastPrice) / (peakPrice - startPrice)

function expectTrue(shown: readonly Shown[]) {
  for (const each of shown) {
    const title = titleOf(each)
    // A quarter of the move gone: whoever reads "+9.9%" or "surging" then buys what falls.
    if (gone(each) >= 0.25) {
      expect(title).not.toMatch(/surging|building|deepening/)
      expect(title).toMatch(/off (peak|low)$/)
    } else expect(title).not.toMatch(/falling|rebounding/)
    expect(each.text).not.toMatch(/undefined|NaN|\{/)
    if (each.sinceBegun < 60_000) expect(title).not.toMatch(/falling|rebounding/)
  }
}

/** A detector whose changed episodes are taken up on their way. */
function watched(detector: Detector, take: (changed: readonly Episode[], at: number) => readonly Episode[]) {
  return {
    ...detector,
    ticks: (...args: Parameters<Detector['ticks']>) => take(detector.ticks(...args), args[1]),
    trades: (...args: Parameters<Detector['trades']>) => take(detector.trades(...args), args[2]),
    backfill: (...args: Parameters<Detector['backfill']>) => take(detector.backfill(...args), args[2]),
  }
}

const settings = { venue: 'binance', sensitivity: 'balanced', confirm: true, announcements: [] } as const
const data = fileURLToPath(new URL('../../../shared/data/pump-trades', import.meta.url))

describe.skipIf(!existsSync(data))('recorded pumps (skipped where ../shared/data is absent)', () => {
  test.each(['ADX_2019-07-05_17.00', 'SNT_2019-07-22_16.00', 'VIB_2019-08-21_18.00'])(
    '%s: notified which way it goes, the true turn once, no more than a minute after it',
    async (name) => {
      const base = name.split('_')[0]!
      const { shown, take } = notificationList()
      const file = { file: `${data}/${name}.csv.gz`, pair: { base, quote: 'BTC' } }
      const job = { kind: 'trades' as const, files: [file] }
      const { runs } = await replayTrades(job, settings, watched(createDetector(settings, base), take))
      expectTrue(shown)
      const loud = new Set(shown.map(({ episode }) => episode.id))
      const told = runs[0]!.turns.filter(({ episode }) => loud.has(episode))
      expect(told.length).toBeGreaterThan(0)
      for (const { episode, turnAt, said } of told) {
        expect(turnAt).not.toBeNull()
        const turn = turns(shown).filter((each) => each.episode.id === episode)
        expect(turn).toHaveLength(1)
        const [{ at }] = turn as [Shown]
        expect(said.find((phase) => phase.at === at)).toMatchObject({ phase: 'falling', isFalse: false })
        expect(Math.abs(at - turnAt!)).toBeLessThanOrEqual(60_000)
      }
    },
    300_000,
  )
})

test('the generated pump: surging, and its turn once', () => {
  const { market, ends } = openScenario('announced-pump', { seed: 1 })
  const { shown, take } = notificationList()
  for (const episode of runMarket(market, { to: ends, stepMs: 1000 }).changes)
    take([episode], episode.changedAt)
  expectTrue(shown)
  expect(shown.map(titleOf)).toEqual([
    expect.stringMatching(/^Warning OAX\/BTC surging, \+/),
    expect.stringMatching(/^Danger OAX\/BTC surging, \+/),
    expect.stringMatching(/^Danger OAX\/BTC falling, −\d+(\.\d)?% off peak$/),
  ])
}, 300_000)
