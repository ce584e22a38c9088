import { readChartPage } from './page/read-chart-page.ts'
import { startWatch } from './watch/start-watch.ts'

// A script of its own: what trading pages get need not know coins by the names that chart sites give them.
startWatch(readChartPage)
