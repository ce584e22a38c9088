import { mkdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { vi } from 'vitest'
import { binance } from '../../src/exchanges/binance.ts'
import type { Episode } from '../../src/market/episode.ts'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { bannerBoxes, bannerText } from '../../tools/browsers/banner.ts'
import type { Scenario } from '../../tools/market-server/scenario.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { startMarketServer } from '../../tools/market-server/server.ts'
import type { MarketServer } from '../../tools/market-server/server.ts'

/** A browser on the trading page of a simulated market. */
export interface Scene<D extends Driver> {
  readonly driver: D
  readonly page: Page
  readonly scenario: Scenario
  readonly server: MarketServer
  /** The scenario's pair as Keiho writes it. */
  readonly pair: string
  close(): Promise<void>
}

/** Folder for test screenshots, for people to look at; compared with nothing. */
const shots = 'out/screens'

/** Starts the market server, then the browser, then opens the scenario's trading page. */
export async function openScene<D extends Driver>(
  launch: (options: LaunchOptions) => Promise<D>,
  scenario: Scenario,
): Promise<Scene<D>> {
  mkdirSync(shots, { recursive: true })
  const server = await startMarketServer({ scenario })
  const driver = await launch({ port: server.port })
  const page = await driver.open(binance.pageOf(scenario.page, 'en'))
  return {
    driver,
    page,
    scenario,
    server,
    pair: `${scenario.page.base}/${scenario.page.quote}`,
    async close() {
      await driver.close()
      await server.close()
    },
  }
}

/** Path of a screenshot. */
export function shot(name: string): string {
  return `${shots}/${name}.png`
}

/** How much longer than a quiet machine one with other work may take. */
const patience = 2

/** Longest pause between two tries, ms: a wait of half a minute must not keep a processor busy with asking. */
const longestPause = 400

/** Retries an assertion for at most so many seconds of a quiet machine, at first at once, then ever less often. */
export function eventually<T>(assertion: () => Promise<T>, seconds = 15): Promise<T> {
  let pause = 10
  const patient = async () => {
    try {
      return await assertion()
    } catch (error) {
      pause = Math.min(1.5 * pause, longestPause)
      await setTimeout(pause)
      throw error
    }
  }
  return vi.waitFor(patient, { timeout: seconds * 1000 * patience, interval: 10 })
}

/** The banner's text; empty while it is not visible. */
export async function seen({ driver, page }: Scene<Driver>): Promise<string> {
  const boxes = await bannerBoxes(driver, page)
  return boxes.length > 0 ? bannerText(driver, page) : ''
}

/** The stored episodes of the scenario's pair. */
export async function ownEpisodes(scene: Scene<Driver>): Promise<readonly Episode[]> {
  const { base, quote } = scene.scenario.page
  return (await storedList(scene.driver, 'episodes')).filter(
    (episode) => episode.base === base && episode.quote === quote,
  )
}
