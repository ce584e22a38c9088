import { writeFile } from 'node:fs/promises'
import { runCommand } from '../command-line.ts'
import { plan } from '../backtest/input/plan.ts'
import { readLabels } from '../backtest/judge/labels.ts'
import { feedTrainings } from './feed-trainings.ts'
import { foldsOf } from './folds.ts'
import { readTrainOptions } from './options.ts'
import { provenanceOf } from './provenance.ts'
import {
  gatherRows,
  type TrainingSet,
  type TrainedFeed,
  trainTradeFeed,
  trainTickerFeed,
} from './train-feed.ts'

// `npm run train`: trains src/detect/score/model.json on recordings of announced pumps, and models for the
// backtest that were not trained on the coins they are evaluated on.
await runCommand(async () => {
  const options = readTrainOptions(process.argv.slice(2))
  const log = (line: string) => process.stderr.write(`${line}\n`)
  const jobs = (await plan(options.input, null, log)).filter(({ kind }) => kind === 'trades')
  const coins = jobs.map(({ files }) => files[0]!.pair!.base)
  const folds = foldsOf(coins)
  const trainingSet: TrainingSet = {
    jobs,
    announcements: await readLabels(options.labels, 'binance'),
    foldOf: coins.map((coin) => folds.findIndex((fold) => fold.includes(coin))),
  }
  const [tape, screen, ...others] = feedTrainings
  const trained: TrainedFeed[] = []
  const done = (each: TrainedFeed) => {
    trained.push(each)
    log(`${each.feed}: ${tiersOf(each)}`)
    return each
  }
  const moments = await gatherRows(trainingSet, tape!, true)
  log(`${jobs.length} recordings, ${moments.at.length} moments judged`)
  done(
    await trainTradeFeed(
      trainingSet,
      tape!,
      moments,
      done(await trainTickerFeed(trainingSet, screen!, moments)),
    ),
  )
  for (const other of others) {
    done(await trainTickerFeed(trainingSet, other, await gatherRows(trainingSet, other, false)))
  }
  const model = (modelOf: (each: TrainedFeed) => TrainedFeed['all']) =>
    Object.fromEntries(trained.map((each) => [each.feed, modelOf(each)]))
  const provenance = provenanceOf(trainingSet, options.labels, trained)
  await writeFile(options.out, `${JSON.stringify({ provenance, feeds: model(({ all }) => all) })}\n`)
  const unseen = folds.map((fold, index) => ({
    coins: fold,
    model: { feeds: model((each) => each.unseen[index]!) },
  }))
  await writeFile(options.folds, `${JSON.stringify(unseen)}\n`)
})

function tiersOf({ verdict }: TrainedFeed): string {
  return Object.entries(verdict.tiers)
    .filter(([, { recall }]) => recall.hits > 0)
    .map(
      ([tier, { recall, falseAlarmsPerPairDay, latencySeconds }]) =>
        `${tier} ${recall.share?.toFixed(3)} at ${falseAlarmsPerPairDay?.toFixed(4)} after ${latencySeconds.median?.toFixed(1)} s`,
    )
    .join(', ')
}
