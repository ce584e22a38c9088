import { writeFile } from 'node:fs/promises'
import { runCommand } from '../command-line.ts'
import { plan } from '../backtest/input/plan.ts'
import { readLabels } from '../backtest/judge/labels.ts'
import { schoolings } from './feeds.ts'
import { foldsOf } from './folds.ts'
import { options } from './options.ts'
import { provenanceOf } from './provenance.ts'
import { gatherAll, type School, type Schooled, schoolTape, schoolTicker } from './school.ts'

// `npm run train`: recordings of announced pumps into src/detect/model.json, and into models for the backtest
// that have not seen the coins they are judged on.
await runCommand(async () => {
  const asked = options(process.argv.slice(2))
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const jobs = (await plan(asked.input, null, say)).filter(({ kind }) => kind === 'trades')
  const coins = jobs.map(({ files }) => files[0]!.pair!.base)
  const folds = foldsOf(coins)
  const school: School = {
    jobs,
    announcements: await readLabels(asked.labels, 'binance'),
    foldOf: coins.map((coin) => folds.findIndex((fold) => fold.includes(coin))),
  }
  const [tape, screen, ...others] = schoolings
  const schooled: Schooled[] = []
  const done = (each: Schooled) => {
    schooled.push(each)
    say(`${each.feed}: ${tiersOf(each)}`)
    return each
  }
  const heard = await gatherAll(school, tape!, true)
  say(`${jobs.length} recordings, ${heard.at.length} moments judged`)
  done(await schoolTape(school, tape!, heard, done(await schoolTicker(school, screen!, heard))))
  for (const other of others) {
    done(await schoolTicker(school, other, await gatherAll(school, other, false)))
  }
  const model = (modelOf: (each: Schooled) => Schooled['all']) =>
    Object.fromEntries(schooled.map((each) => [each.feed, modelOf(each)]))
  const provenance = provenanceOf(school, asked.labels, schooled)
  await writeFile(asked.out, `${JSON.stringify({ provenance, feeds: model(({ all }) => all) })}\n`)
  const unseen = folds.map((fold, index) => ({
    coins: fold,
    model: { feeds: model((each) => each.unseen[index]!) },
  }))
  await writeFile(asked.folds, `${JSON.stringify(unseen)}\n`)
})

function tiersOf({ verdict }: Schooled): string {
  return Object.entries(verdict.tiers)
    .filter(([, { recall }]) => recall.hits > 0)
    .map(
      ([tier, { recall, falseAlarmsPerPairDay, latencySeconds }]) =>
        `${tier} ${recall.share?.toFixed(3)} at ${falseAlarmsPerPairDay?.toFixed(4)} after ${latencySeconds.median?.toFixed(1)} s`,
    )
    .join(', ')
}
