import type { Job } from '../input/plan.ts'
import { replayBars } from './replay-bars.ts'
import { replayPolls } from './replay-polls.ts'
import { replayTrades } from './replay-trades.ts'
import type { Replayed } from './replayed.ts'
import type { Settings } from './settings.ts'

/** Plays one job to a cold engine. */
export function replayJob(job: Job, settings: Settings): Promise<Replayed> {
  switch (job.kind) {
    case 'trades':
      return replayTrades(job, settings)
    case 'bars':
      return replayBars(job, settings)
    case 'polls':
      return replayPolls(job, settings)
  }
}
