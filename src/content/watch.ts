import { readTradingPage } from './page/read-trading-page.ts'
import { startWatch } from './watch/start-watch.ts'

startWatch(readTradingPage)
