import 'fake-indexeddb/auto'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pruneRecordings, putParts } from '../../../src/background/recordings/recording-store.ts'
import { keptMs, maxStoredChars } from '../../../src/background/recordings/limits.ts'
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

/** A recording damaged in many ways, and what is said of each. */
function damages(lines: readonly string[]): readonly (readonly [readonly string[], RegExp])[] {
  const [head = '', state = '', ...rest] = lines
  const cut = (line: string) => line.slice(0, line.length >> 1)
  const broken = JSON.stringify({ ...(JSON.parse(head) as object), version: 99 })
  return [
    [lines.slice(0, -1), /cut off/],
    [[head, state, ...rest.slice(1)], /damaged: \d+ inputs came before it/],
    [[head, ...rest], /line 2: is damaged: no state before it/],
    [[head, cut(state), ...rest], /line 2: is damaged/],
    [[head, state.replace('"slowPrice"', '"slow"'), ...rest], /line 2: is damaged: tables/],
    [[head, state, cut(rest[0] ?? ''), ...rest.slice(1)], /line 3: is damaged/],
    [[head, state, '{"a":1}', ...rest], /line 3: is damaged/],
    [[broken, state, ...rest], /is of version 99/],
    [[state, ...rest], /line 1: no recording/],
  ]
}

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
    expect(text).not.toContain('settings')

    for (const [damaged, fault] of damages(lines))
      await expect(replayRecording(await exported(damaged))).rejects.toThrow(fault)

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

test('what is stored has an end: recordings go as a whole, the old ones and the oldest beyond the limit', async () => {
  const now = Date.now()
  const part = (episode: string, ago: number, size = 1) => {
    return { episode, venue: 'binance', to: now - ago, size, lines: [''], inputs: 1, card: '{}', full: false }
  }
  await putParts([
    part('old', keptMs + 1),
    part('large', 3, maxStoredChars),
    part('large', 2),
    part('new', 1),
  ])
  await pruneRecordings(now)
  expect((await withDatabase((db) => db.getAll('recordings'))).map(({ episode }) => episode)).toEqual(['new'])
})
