import { basename } from 'node:path'
import { plan } from '../input/plan.ts'
import { judge } from '../judge/verdict.ts'
import { replayAll } from '../replay/replay-all.ts'
import { plain } from './cells.ts'
import type { Played } from './played.ts'
import type { Table } from './table.ts'

/** Many pairs at once: ordinary weeks and crash days. */
export async function candlesTable(played: Played, data: string): Promise<Table> {
  const jobs = await plan(`${data}/candles`, null, () => undefined)
  const settings = { venue: 'binance', sensitivity: 'balanced', confirm: false, announcements: [] } as const
  const rows: string[][] = []
  let index = 0
  for await (const { runs, alerts } of replayAll(jobs, settings)) {
    const { pairs, pairDays, tiers } = judge(runs, [], played.known)
    const market = new Set(alerts.filter(({ pair }) => pair === null).map(({ episode }) => episode))
    rows.push([
      basename(jobs[index++]!.files[0]!.file).replace(/\.csv(\.gz)?$/, ''),
      String(pairs),
      plain(pairDays, 0),
      perThousand(tiers.warning.falseAlarmsPerPairDay),
      perThousand(tiers.notice.falseAlarmsPerPairDay),
      String(market.size),
    ])
  }
  return {
    title: 'Candle sets',
    text:
      'Bars replayed as slow tickers through the shipped model, single pairs judged on what is left after the ' +
      "market's move. Alerts within 6 h of an announced pump are left out; other spikes may be real pumps and count.",
    head: ['set', 'pairs', 'pair-days', 'Warning+ per 1,000', 'Notice+ per 1,000', 'market-wide episodes'],
    rows,
  }
}

function perThousand(rate: number | null): string {
  return plain(rate === null ? null : 1000 * rate, 1)
}
