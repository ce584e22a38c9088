import { basename } from 'node:path'
import { tiers } from '../../src/market/tier.ts'
import type { TierVerdict, Verdict } from '../backtest/judge/verdict.ts'
import { foldCount } from './folds.ts'
import type { TrainingSet, TrainedFeed } from './train-feed.ts'

/** Origin of the model and its results on unseen coins: written into the model file. */
export function provenanceOf({ jobs }: TrainingSet, labels: string, trained: readonly TrainedFeed[]) {
  const { verdict } = trained.find(({ feed }) => feed === 'tape')!
  const times = verdict.outcomes.map(({ at }) => new Date(at).toISOString().slice(0, 10))
  return {
    command: 'npm run train',
    data: `${jobs.length} recordings of announced pumps on Binance, ${basename(labels)}`,
    from: times[0],
    to: times.at(-1),
    events: verdict.events,
    eventsThatMoved: verdict.eventsThatMoved,
    pairDays: Math.round(verdict.pairDays),
    method: `boosted trees beside a straight line, ${foldCount} folds by coin; nothing is drawn at random`,
    baseRate:
      `one event per ${Math.round(verdict.pairDays / verdict.events)} pair-days here, far above any market's: ` +
      'probabilities rank, they do not predict',
    unseenCoins: Object.fromEntries(trained.map(({ feed, verdict }) => [feed, figures(verdict)])),
  }
}

function figures({ tiers: verdicts }: Verdict) {
  return Object.fromEntries(
    tiers.filter((tier) => verdicts[tier].recall.hits > 0).map((tier) => [tier, figuresOf(verdicts[tier])]),
  )
}

function figuresOf({ recall, falseAlarmsPerPairDay, latencySeconds }: TierVerdict) {
  return {
    recall: rounded(recall.share, 3),
    falseAlarmsPerPairDay: rounded(falseAlarmsPerPairDay, 4),
    latencySeconds: rounded(latencySeconds.median, 1),
  }
}

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals))
}
