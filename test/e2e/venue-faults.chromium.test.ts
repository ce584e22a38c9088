import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { calm } from '../../tools/market-server/stories/calm.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { eventually, openScene } from './scene.ts'
import type { Scene } from './scene.ts'
import { venueState } from './venue-state.ts'

const restHost = 'data-api.binance.vision'

describe('a venue that does not answer properly', () => {
  let scene: Scene<Chromium>
  beforeEach(async () => {
    scene = await openScene(launchChromium, openBusyStory(calm))
    await eventually(async () => expect((await venueState(scene.driver))?.kind).toBe('live'), 30)
  })
  afterEach(() => scene?.close())

  test('sockets refused: it is polled, and says so', async () => {
    scene.server.faults.refuseSockets(true)
    scene.server.faults.dropSockets()
    const cutAt = Date.now()
    await eventually(async () => {
      const state = await venueState(scene.driver)
      expect(state?.kind).toBe('polling')
      expect(state?.receivedAt).toBeGreaterThan(cutAt)
    }, 40)
    scene.server.faults.clear()
    await eventually(async () => expect((await venueState(scene.driver))?.kind).toBe('live'), 60)
  })

  test('HTTP 429: no request until the time it names', async () => {
    const { faults, requests } = scene.server
    faults.rest(restHost, { kind: 'status', status: 429, retryAfter: 15 })
    faults.refuseSockets(true)
    faults.dropSockets()
    const state = await eventually(async () => {
      const now = await venueState(scene.driver)
      expect(now?.kind).toBe('rate-limited')
      return now!
    }, 40)
    const refused = requests.findLast((asked) => asked.status === 429)!
    expect(state.retryAt).toBeGreaterThanOrEqual(refused.wallAt + 14_500)
    faults.clear()
    await eventually(async () => expect((await venueState(scene.driver))?.kind).toBe('live'), 60)
    const after = requests.find(
      (asked) => asked.kind === 'http' && asked.host === restHost && asked.wallAt > refused.wallAt,
    )
    expect(after?.wallAt ?? Infinity).toBeGreaterThanOrEqual(refused.wallAt + 14_500)
  })
})
