import { serveJobs } from '../backtest/threads/serve-jobs.ts'
import { drillVenue } from './drill-venue.ts'

// A clock of its own takes the place of the whole thread's.
serveJobs(() => drillVenue)
