import type { Job } from '../backtest/input/plan.ts'
import { plan } from '../backtest/input/plan.ts'

/** Every recording of many pairs' candles, of spot and of perpetuals; each is a market of its own. */
export async function candleJobs(data: string): Promise<readonly Job[]> {
  const folders = [`${data}/candles`, `${data}/perpetual/candles`]
  return (await Promise.all(folders.map((folder) => plan(folder, null, () => undefined)))).flat()
}
