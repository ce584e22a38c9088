import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { viewPortName } from '../../../src/shared/messages/messages.ts'
import { launchChromium } from '../../browsers/chromium.ts'
import { openScenario } from '../../market-server/scenarios.ts'
import { writeBareExtension } from './bare-extension.ts'
import type { Benchmark } from '../benchmark.ts'
import { startTapped } from './tapped-market.ts'

/** So long the worker runs first: what it keeps is stored once a minute. */
const settleMs = 70_000
const restMs = 300
/** Ten frames a second: the wait for one, which is the same for both, would else be most of it. */
const speed = 10

/** Source text: connects, which wakes the worker; resolves with the time until it tells of a frame, ms. */
const wakeBare = `(async () => {
  const since = performance.now()
  const port = chrome.runtime.connect()
  await new Promise((done) => port.onMessage.addListener(done))
  const took = performance.now() - since
  port.disconnect()
  return took
})()`

/** The same of Keiho: figures of a pair later than those that it has stored come of a frame. */
const wakeOwn = (pair: object, storedAt: number) => `(async () => {
  const since = performance.now()
  const port = chrome.runtime.connect({ name: '${viewPortName}' })
  const heard = new Promise((done) => port.onMessage.addListener(({ at }) => at > ${storedAt} && done()))
  port.postMessage({ kind: 'view', pair: ${JSON.stringify(pair)} })
  await heard
  const took = performance.now() - since
  port.disconnect()
  return took
})()`

/**
 * Time from the event that wakes a stopped worker, with Binance's pairs and their hour stored, until it has processed
 * a ticker frame, divided by that of the least extension on the same socket (bare-extension.ts). Both are stopped and
 * woken in turn.
 */
export const wakeRatio: Benchmark = {
  id: 'wake-ratio',
  unit: 'ratio',
  goal: 1.8,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const scenario = openScenario('calm', { speed })
    const pair = { venue: 'binance', ...scenario.page }
    const server = await startTapped(scenario, () => true)
    const driver = await launchChromium({ port: server.port })
    const folder = writeBareExtension()
    try {
      const id = await driver.browser.installExtension(folder)
      const bare = await driver.browser.newPage()
      await bare.goto(`chrome-extension://${id}/manifest.json`)
      await driver.inExtension('null')
      await pause(settleMs)
      const stop = async () => {
        await driver.killWorker()
        const storedAt = server.clock.now()
        await pause(restMs)
        return storedAt
      }
      const ratios: number[] = []
      for (let round = 0; round < rounds; round++) {
        const own = await driver.inExtension<number>(wakeOwn(pair, await stop()))
        await stop()
        ratios.push(own / ((await bare.evaluate(wakeBare)) as number))
      }
      return ratios
    } finally {
      await driver.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
