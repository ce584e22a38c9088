import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sites } from '../../src/exchanges/registry.ts'
import { pairName } from '../../src/market/pair.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { pumpEverywhere } from '../../tools/market-server/stories/pump-everywhere.ts'
import type { AllVenues } from './all-venues.ts'
import { openAllVenues, shownOn, episodePairAt } from './all-venues.ts'
import { eventually } from './scene.ts'

const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

// The three framings that are not plain text: gzip, Socket.IO, protobuf.
const framed = ['htx', 'bitbank', 'mexc']

describe('venues with compressed or binary frames, in Firefox', () => {
  let scene: AllVenues<Driver>

  beforeAll(async () => {
    scene = await openAllVenues('firefox', launchFirefox, pumpEverywhere, framed)
  })
  afterAll(() => scene?.close())

  test.each(framed)('%s: the banner on its page', async (id) => {
    const { driver } = scene
    const site = sites.find((each) => each.id === id)!
    await eventually(async () => expect(await episodePairAt(driver, site, 'XLM')).not.toBeNull(), 60)
    const pair = (await episodePairAt(driver, site, 'XLM'))!
    const page = await driver.open(site.pageOf(pair, 'en'))
    await eventually(async () => {
      const text = await shownOn(driver, page)
      expect(text).toContain(pairName(pair))
      expect(text).toMatch(loud)
    }, 45)
  })

  test('the popup lists them', async () => {
    const popup = await scene.driver.popup()
    for (const { id, name } of sites)
      await eventually(async () => expect((await popup.text()).includes(name)).toBe(framed.includes(id)))
    await popup.close()
  })

  test('their trades arrived in their own framing', () => {
    const sockets = scene.server.requests.filter(({ kind, status }) => kind === 'socket' && status === 101)
    const hosts = ['api.huobi.pro', 'stream.bitbank.cc', 'wbs-api.mexc.com']
    expect(sockets.map(({ host }) => host)).toEqual(expect.arrayContaining(hosts))
  })
})
