import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { heldBackSummaries } from '../../src/background/held-back-summaries.ts'
import { clearHistory, saveEpisodes } from '../../src/background/history/history.ts'
import { loadHeldBack } from '../../src/background/output/notifications/held-back.ts'
import { clearSentAlerts, notify, sendDigest } from '../../src/background/output/notifications/notify.ts'
import type { Episode } from '../../src/market/episode.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { stub } from '../shared/browser-stub.ts'
import { exampleEpisode } from './simulated/example-episode.ts'

const night = Date.UTC(2026, 10, 22, 1)
const minute = 60_000
/** Quiet from 00:00 to 07:00 UTC. */
const settings = {
  ...defaultSettings,
  notifications: {
    ...defaultSettings.notifications,
    quiet: { from: 0, to: 7 * 60, timeZone: 'UTC', dangerExempt: false },
  },
}
const morning = night + 6 * 60 * minute
const held = (id: string, part: Partial<Episode>) => exampleEpisode({ id, base: id.toUpperCase(), ...part })
const small = held('small', {})
const large = held('large', { peakPrice: 180, lastPrice: 180 })
const danger = held('danger', { tier: 'danger' })

/** A night in which these are kept back, and its summary in the morning. */
async function pass(list: readonly Episode[], mutes: Parameters<typeof sendDigest>[1] = []): Promise<void> {
  await saveEpisodes(list, night)
  for (const [i, episode] of list.entries()) await notify([episode], [], settings, [], night + i * minute)
  await sendDigest(list, mutes, settings, morning)
  await vi.waitFor(async () => expect(await loadHeldBack()).not.toEqual([]))
}

const idsOf = async () =>
  (await heldBackSummaries([])).map(({ rows }) => rows.map(({ past }) => past?.episode.id))

describe('what a summary told of', () => {
  beforeEach(async () => {
    await stub.reset()
    await clearSentAlerts()
    await clearHistory()
  })
  afterEach(() => clearHistory())

  test('is listed worst first, with what became of it', async () => {
    await pass([small, large, danger])
    expect(stub.notified.map(({ title }) => title)).toEqual(['3 pairs flagged during quiet hours'])
    expect(await idsOf()).toEqual([['danger', 'large', 'small']])
    const [summary] = await heldBackSummaries([{ ...small, phase: 'settled' }])
    expect(summary).toMatchObject({ at: morning })
    expect(summary!.rows[0]).toMatchObject({ tier: 'danger', at: night + 2 * minute })
    expect(summary!.rows[2]!.past!.episode.phase).toBe('settled')
    expect(summary!.rows[2]!.past!.outcome).toEqual({ after15min: null, after1h: null, after24h: null })
  })

  test('stays when its episode is alerted again, and comes before that of the night before', async () => {
    await pass([small])
    await notify([{ ...small, tier: 'danger' }], [], settings, [], morning + minute)
    expect(await idsOf()).toEqual([['small']])
    const [first] = await loadHeldBack()
    await browser.storage.local.set({ heldBack: [first, { ...first, at: night }] })
    expect((await loadHeldBack()).map(({ at }) => at)).toEqual([morning, night])
  })

  test('leaves out what was muted meanwhile, and says where an episode is no longer kept', async () => {
    await pass([small, large], [{ pair: 'binance:LARGE/BTC', until: null }])
    expect(await idsOf()).toEqual([['small']])
    await clearHistory()
    expect((await heldBackSummaries([]))[0]!.rows).toEqual([{ tier: 'warning', at: night, past: null }])
  })

  test('is read back without what is damaged', async () => {
    await browser.storage.local.set({ heldBack: [{ at: 'now' }, { at: 1, alerts: [] }, null] })
    expect(await loadHeldBack()).toEqual([{ at: 1, alerts: [] }])
  })
})
