import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayIn } from '../../tools/examples/words-in.ts'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { buildVersionBefore, missingHistory, versionBefore } from '../../tools/package/earlier-version.ts'
import { openLastingPump } from './lasting-pump.ts'
import { eventually, openScene, ownEpisodes, seen, type Scene } from './scene.ts'
import { expectRegistered } from './stored-data.ts'
import { versionedFolder } from './versioned-folder.ts'

const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

/** What a trader of 0.1.0 had set, as that version stored it. */
const settings010 = {
  venues: ['binance'],
  sensitivity: { kind: 'sensitive' },
  leastTurnoverUsd: 0,
  quotes: null,
  watch: ['binance:OAX/BTC'],
  ignore: [],
  notifications: { least: 'danger', quiet: null, hourlyMost: 7, sound: false, digest: true },
  direction: 'western',
  theme: 'dark',
  currency: 'USD',
  language: 'en',
  pause: false,
  countryNotice: false,
  retentionDays: 30,
  welcomed: true,
}
const mutes010 = [{ pair: 'binance:BNB/BTC', until: null }]

const missing = missingHistory()

/** What both browsers must keep when an installed 0.1.0 becomes the version that is built here, amid a pump. */
export function updateTests(
  browser: 'chrome' | 'firefox',
  launch: (options: LaunchOptions) => Promise<Driver>,
): void {
  describe.skipIf(missing !== null)(
    `an update from ${versionBefore.version}${missing ? ` (${missing})` : ''}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), `keiho-update-${browser}-`))
      const next = versionedFolder(browser)
      let scene: Scene<Driver>
      let before: Awaited<ReturnType<typeof ownEpisodes>>
      const manifest = () =>
        scene.driver
          .inExtension<{ version: string }>('chrome.runtime.getManifest()')
          .then(({ version }) => version)
      const stored = (area: 'local' | 'sync', key: string) =>
        scene.driver.inExtension<Record<string, unknown>>(
          `chrome.storage.${area}.get(${JSON.stringify(key)})`,
        )

      beforeAll(async () => {
        cpSync(buildVersionBefore(browser), folder, { recursive: true })
        scene = await openScene((options) => launch({ ...options, extension: folder }), openLastingPump())
        await scene.driver.inExtension(
          `Promise.all([
          chrome.storage.sync.set(${JSON.stringify({ settings: settings010 })}),
          chrome.storage.local.set(${JSON.stringify({ mutes: mutes010 })}),
        ])`,
        )
        await eventually(async () => expect(await seen(scene)).toMatch(loud), 60)
        before = await ownEpisodes(scene)
        expect(await manifest()).toBe(versionBefore.version)
        next.raiseVersion()
        rmSync(folder, { recursive: true })
        cpSync(next.folder, folder, { recursive: true })
        await scene.driver.manager.install(folder)
        await eventually(async () => expect(await manifest()).toMatch(/^\d+\.\d+\.\d+\.1$/))
      })
      afterAll(async () => {
        await scene?.close()
        rmSync(folder, { recursive: true, force: true })
      })

      test('shows the same episode on the page that was open', async () => {
        await eventually(async () => {
          expect(await seen(scene)).toMatch(loud)
          const after = await ownEpisodes(scene)
          expect(after.map(({ id, startedAt }) => [id, startedAt])).toEqual(
            before.map(({ id, startedAt }) => [id, startedAt]),
          )
        }, 30)
      })

      test('keeps settings and mutes as the trader left them', async () => {
        expect(await stored('sync', 'settings')).toEqual({ settings: settings010 })
        expect(await stored('local', 'mutes')).toEqual({ mutes: mutes010 })
        const page = await scene.driver.openExtensionPage('/src/options/index.html')
        const checked = (name: string) =>
          page.evaluate<boolean>(`!!document.querySelector(${JSON.stringify(name)})`)
        await eventually(async () => {
          expect(await page.text()).toContain('BNB/BTC')
          expect(await page.evaluate('document.querySelector("#retention")?.value')).toBe('30')
          expect(await checked('[data-theme="dark"]')).toBe(true)
        })
        await page.close()
      })

      test('has the past in its history, and found nothing damaged', async () => {
        const page = await scene.driver.openExtensionPage('/src/history/index.html')
        await eventually(async () => expect(await page.text()).toContain(scene.pair))
        await page.close()
        expect(await stored('local', 'setAside')).toEqual({})
        await expectRegistered(scene.driver)
      })
    },
  )
}
