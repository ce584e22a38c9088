import { tiers, type Tier } from '../../src/market/tier.ts'
import { runCommand } from '../command-line.ts'
import type { Alert } from './alert.ts'
import { openAlertsFile, writeAlerts } from './alerts-file.ts'
import { censusOf } from './census/census.ts'
import { plan } from './input/plan.ts'
import { addReading, createReading } from './input/rows-of.ts'
import { readLabels } from './judge/labels.ts'
import type { CensusRun } from './census/census-run.ts'
import { judge } from './judge/verdict.ts'
import { type BacktestOptions, readBacktestOptions } from './options.ts'
import { isRecordingFile } from './recording/recording-lines.ts'
import { recordingTable, replayRecording } from './recording/replay-recording.ts'
import { showProgress } from './progress.ts'
import { replayAll } from './replay/replay-all.ts'
import { reportOf, table } from './report.ts'

// `npm run backtest`: replays recorded market data through the worker's engine and evaluates it.
await runCommand(async () => {
  const options = readBacktestOptions(process.argv.slice(2))
  if (isRecordingFile(options.input)) return backtestRecording(options)
  const { venue, sensitivity } = options
  const announcements = options.labels === null ? [] : await readLabels(options.labels, venue)
  const jobs = await plan(options.input, options.pair, (line) => process.stderr.write(`${line}\n`))
  const file = options.alerts === null ? null : await openAlertsFile(options.alerts)
  const settings = { venue, sensitivity, confirm: options.stage === 'both', announcements }
  const runs: CensusRun[] = []
  const reading = createReading()
  const marketWide: Record<Tier, number> = { notice: 0, warning: 0, danger: 0 }
  let done = 0
  showProgress(done, jobs.length)
  for await (const replayed of replayAll(jobs, settings, options.workers ?? undefined)) {
    runs.push(...replayed.runs)
    addReading(reading, replayed.reading)
    for (const tier of marketTiers(replayed.alerts)) marketWide[tier]++
    if (file) await writeAlerts(file, replayed.alerts)
    showProgress(++done, jobs.length)
  }
  await file?.close()
  const census = censusOf(runs, announcements)
  const rest = { recordings: jobs.length, reading, marketWide, census }
  const report = reportOf(options, judge(runs, announcements), rest)
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report))
})

/** Replays the recording of one episode. Ends with code 1 where its card differs and nothing explains it. */
async function backtestRecording({ input, alerts: file, json }: BacktestOptions): Promise<void> {
  const { report, alerts } = await replayRecording(input)
  if (file !== null) {
    const opened = await openAlertsFile(file)
    await writeAlerts(opened, alerts)
    await opened.close()
  }
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : recordingTable(report))
  if (!report.same && report.gaps === 0) process.exitCode = 1
}

/** The highest tier of each market-wide episode. */
function marketTiers(alerts: readonly Alert[]): Tier[] {
  const highest = new Map<string, Tier>()
  for (const { pair, episode, tier } of alerts) if (pair === null) highest.set(episode, tier)
  return tiers.flatMap((tier) => [...highest.values()].filter((each) => each === tier))
}
