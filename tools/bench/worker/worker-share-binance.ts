import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession } from 'puppeteer-core'
import { launchChromium } from '../../browsers/chromium.ts'
import { openScenario } from '../../market-server/scenarios.ts'
import { writeBareExtension } from './bare-extension.ts'
import type { Benchmark } from '../benchmark.ts'
import { startTapped } from './tapped-market.ts'

/** The first minute has the listing, the back-fills and the compiler's work. */
const settleMs = 60_000
/** Long, since the browser counts processor time in hundredths of a second. */
const measuredMs = 40_000

/**
 * Processor time of the worker while it listens to Binance in real time and nobody looks at a page, divided by that of
 * the least extension on the same socket (bare-extension.ts), which parses each frame and no more. Both run in the
 * same browser over the same time, each in a process of its own.
 */
export const workerShareBinance: Benchmark = {
  id: 'worker-share-binance',
  unit: 'ratio',
  goal: 2,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const server = await startTapped(openScenario('calm'), () => true)
    const driver = await launchChromium({ port: server.port })
    const folder = writeBareExtension()
    try {
      const session = await driver.browser.target().createCDPSession()
      const own = await extensionProcesses(session)
      await driver.browser.installExtension(folder)
      await pause(settleMs)
      const bare = (await extensionProcesses(session)).filter((id) => !own.includes(id))
      if (own.length !== 1 || bare.length !== 1) throw new Error('Each extension should have one process')
      const ratios: number[] = []
      for (let round = 0; round < Math.ceil(rounds / 5); round++) {
        const before = await cpuTimes(session)
        await pause(measuredMs)
        const after = await cpuTimes(session)
        const spent = (id: number) => (after.get(id) ?? NaN) - (before.get(id) ?? NaN)
        ratios.push(spent(own[0]!) / spent(bare[0]!))
      }
      return ratios
    } finally {
      await driver.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Processor time of each renderer since its start by process id, s. */
async function cpuTimes(session: CDPSession): Promise<ReadonlyMap<number, number>> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return new Map(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]),
  )
}

/** Ids of the renderers that run extensions: Chromium starts them with a switch of their own. */
async function extensionProcesses(session: CDPSession): Promise<readonly number[]> {
  const ids = [...(await cpuTimes(session)).keys()]
  return ids.filter((id) =>
    execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(id)], { encoding: 'utf8' }).includes(
      '--extension-process',
    ),
  )
}
