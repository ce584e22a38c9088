import type { Job } from '../input/plan.ts'
import { replayBars } from './replay-bars.ts'
import { replayPolls } from './replay-polls.ts'
import { replayTrades } from './replay-trades.ts'
import type { ReplayResult } from './replay-result.ts'
import type { ReplaySettings } from './replay-settings.ts'

/** Replays one job to a cold engine. */
export function replayJob(job: Job, settings: ReplaySettings): Promise<ReplayResult> {
  switch (job.kind) {
    case 'trades':
      return replayTrades(job, settings)
    case 'bars':
      return replayBars(job, settings)
    case 'polls':
      return replayPolls(job, settings)
  }
}
