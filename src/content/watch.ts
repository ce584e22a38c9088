import { startWatch } from './watch/start-watch.ts'

startWatch()
