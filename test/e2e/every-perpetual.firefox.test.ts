import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { exchangeIdOf } from '../../src/market/venue-id.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { squeezeEverywhere } from '../../tools/market-server/stories/squeeze-everywhere.ts'
import { type AllVenues, openAllVenues } from './all-venues.ts'
import { expectTold } from './every-perpetual.ts'

// A stream of all contracts, frames in gzip, and requests with a body.
const ids = ['binance-perpetual', 'htx-perpetual', 'hyperliquid-perpetual']

describe('perpetual markets in Firefox', () => {
  let scene: AllVenues<Driver>
  let page: Page

  beforeAll(async () => {
    scene = await openAllVenues('firefox', launchFirefox, squeezeEverywhere, ids.map(exchangeIdOf), true)
    page = await scene.driver.open('https://www.binance.com/local/trade.css')
  })
  afterAll(() => scene?.close())

  test.each(ids)('%s: the banner on the page of the contract and on that of the coin', async (id) => {
    await expectTold(scene, page, id)
  })
})
