import 'fake-indexeddb/auto'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withDatabase } from '../../../src/background/storage/database.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { episodes } from '../../../src/shared/storage/items.ts'
import { recordingTable, replayRecording } from '../../../tools/backtest/recording/replay-recording.ts'
import { pumpedCoin } from '../../../tools/market-server/stories/pump-everywhere.ts'
import { stub } from '../../shared/browser-stub.ts'
import { written } from '../../tools/backtest/written.ts'
import {
  clearDatabase,
  endBackground,
  killBackground,
  openBusyMarket,
  query,
  wakeBackground,
} from '../simulated/background.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from '../simulated/network.ts'

let network: SimulatedNetwork

beforeEach(async () => {
  await stub.reset()
  await clearDatabase()
  network = openSimulatedNetwork(openBusyMarket(), ['binance'])
  for (const host of binance.hosts) stub.granted.add(host)
  await settings.set({ ...defaultSettings, venues: ['binance'] })
})
afterEach(() => endBackground(network))

/** The episode of the pumped coin, as the pages read it. */
async function pumped(): Promise<Episode> {
  return (await episodes.get()).find(({ base }) => base === pumpedCoin)!
}
const recordingOf = (episode: string) => query<readonly string[] | null>('recording', { episode })
const exported = (lines: readonly string[]) => written('r.jsonl.gz', gzipSync(lines.join('\n')))

test(
  'a pump is exported, and the backtest makes the same card of it; worker killed: it says so; deleted: gone',
  {
    timeout: 120_000,
  },
  async () => {
    await wakeBackground()
    await network.pass(150_000)
    const { id } = await pumped()
    const lines = (await recordingOf(id))!
    const { report, alerts } = await replayRecording(await exported(lines))
    expect(report).toMatchObject({ venue: 'binance', episode: id, gaps: 0, full: false, same: true })
    expect(alerts.map(({ tier }) => tier)).toContain('warning')
    // What the pages show is this card: what its beginning fixes is told at once, figures that move every 10 s.
    const { startedAt, startPrice, turnoverUsd, tier } = JSON.parse(report.card ?? '') as Episode
    expect(await pumped()).toMatchObject({ startedAt, startPrice, turnoverUsd, tier })
    const text = lines.join('\n')
    console.info('chars', text.length, 'gz', gzipSync(text).length, 'inputs', report.inputs)
    expect(text).not.toContain('settings')

    killBackground(network)
    await wakeBackground()
    await network.pass(30_000)
    const after = await replayRecording(await exported((await recordingOf(id))!))
    expect(after.report).toMatchObject({ gaps: 1, same: true })
    expect(recordingTable(after.report)).toContain('1 gap: the card may differ')

    await query('delete-data')
    expect(await withDatabase((db) => db.count('recordings'))).toBe(0)
    expect(await recordingOf(id)).toBeNull()
  },
)
