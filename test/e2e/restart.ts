import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { calm } from '../../tools/market-server/stories/calm.ts'
import { type MarketServer, startMarketServer } from '../../tools/market-server/server.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { eventually } from './scene.ts'

/** What both browsers must do when they are started again: nobody opens a page or touches the extension. */
export function restartTests(launch: (options: LaunchOptions) => Promise<Driver>): void {
  describe('a browser that is closed and started again', () => {
    const profile = mkdtempSync(join(tmpdir(), 'keiho-profile-'))
    let server: MarketServer
    beforeAll(async () => {
      server = await startMarketServer({ scenario: openBusyStory(calm) })
    })
    afterAll(async () => {
      await server.close()
      rmSync(profile, { recursive: true, force: true })
    })
    const connectionsSince = (at: number) =>
      server.requests.filter(({ kind, wallAt }) => kind === 'socket' && wallAt >= at).length
    async function untilConnected(): Promise<void> {
      const startedAt = Date.now()
      const driver = await launch({ port: server.port, profile })
      try {
        await eventually(() => Promise.resolve(expect(connectionsSince(startedAt)).toBeGreaterThan(0)), 25)
      } finally {
        await driver.close()
      }
    }

    test('watches the market after the install', untilConnected)
    test('watches the market after the restart', untilConnected)
  })
}
