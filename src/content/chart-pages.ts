import { own } from './own-scripts.ts'
import { readChartPage } from './page/read-chart-page.ts'

// A script of its own: trading pages need not load by which names chart sites call coins and venues.
own.readPage = readChartPage
