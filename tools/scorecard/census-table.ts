import { type AlarmsOfNoMove, type Census, censusOf, type CountedSize } from '../backtest/census/census.ts'
import { wilsonInterval } from '../backtest/judge/wilson-interval.ts'
import { replayAll } from '../backtest/replay/replay-all.ts'
import { candleJobs } from './candle-jobs.ts'
import { decimalCell, shareCell } from './cells.ts'
import type { ScorecardReplays } from './scorecard-replays.ts'
import type { ScorecardTable } from './scorecard-table.ts'

/** Every large move, announced or not, and what was said of it in time. */
export async function censusTable(replays: ScorecardReplays, data: string): Promise<ScorecardTable> {
  const trades = censusOf(await replays.runs({}), replays.known)
  const candles = await candleCensus(replays, data)
  return {
    title: 'Census of large moves',
    text:
      'Trades: three in a row stand so far above the lowest price of the window (a fall: below the highest) in which at ' +
      'least twenty were made. Candles: a close ten minutes after the lowest (highest), less what the median pair did. ' +
      'A move counts as told by the highest tier said until a minute after it was complete (candles: a bar and five ' +
      'minutes). Announced: from one hour before to six after a known announcement of the coin. ' +
      alarmsText('Recorded trades', trades) +
      alarmsText('Candles', candles) +
      turnsText(trades),
    head: ['recordings', 'move', 'announced', 'moves', 'Danger', 'Warning or above', 'Notice or above'],
    rows: [...rowsOf('trades', trades), ...rowsOf('candles', candles)],
  }
}

async function candleCensus(replays: ScorecardReplays, data: string): Promise<Census> {
  const jobs = await candleJobs(data)
  const settings = { venue: 'binance', sensitivity: 'balanced', confirm: false, announcements: [] } as const
  const runs = []
  let recording = 0
  for await (const replayed of replayAll(jobs, settings)) {
    // Each set is a market of its own: the same pair in two of them is not one recording.
    const venue = `${settings.venue} ${recording++}`
    runs.push(...replayed.runs.map((run) => ({ ...run, venue })))
  }
  return censusOf(runs, replays.known)
}

function rowsOf(name: string, { summary }: Census): string[][] {
  return [...summary.rises, ...summary.falls].map((size) => [
    name,
    `${size.least > 0 ? '+' : '−'}${Math.abs(100 * size.least)} % in ${size.windowS / 60} min`,
    size.announced ? 'yes' : 'no',
    String(size.moves),
    share(size, size.danger),
    share(size, size.danger + size.warning),
    share(size, size.moves - size.nothing),
  ])
}

function share({ moves }: CountedSize, hits: number): string {
  return shareCell({ hits, of: moves, share: hits / moves, interval: wilsonInterval(hits, moves) })
}

function turnsText({ summary: { turns } }: Census): string {
  const { told, falseFalling, falseSettled, falseInFirstMinute } = turns
  return (
    ' Turns of told rises: a rise has turned where a 30-s median stands below half of it for 30 s. "Falling" was said ' +
    `from 5 s before until 30 s after that in ${shareCell(told)} of ${told.of}. False, for the price rose above all ` +
    `before within an hour: "falling" ${shareCell(falseFalling)} of ${falseFalling.of}, "settled" ` +
    `${shareCell(falseSettled)} of ${falseSettled.of}; "falling" in the first minute of ` +
    `${shareCell(falseInFirstMinute)} of ${falseInFirstMinute.of} episodes.`
  )
}

function alarmsText(name: string, { summary }: Census): string {
  const cell = ({ alarms, perPairDay }: AlarmsOfNoMove) =>
    `${alarms} (${decimalCell(perPairDay, 4)} a pair-day)`
  const { danger, warning } = summary.alarmsOfNoMove
  return ` ${name}: alarms without a move of 12 % near them: Danger ${cell(danger)}, Warning or above ${cell(warning)}.`
}
