import { alertLatency } from './alert-latency.ts'
import { backtestCandles, backtestTrades } from './backtest-ratio.ts'
import { confirmRatio } from './confirm-ratio.ts'
import type { Benchmark } from './benchmark.ts'
import { livePrice } from './live-price.ts'
import { packageBytes, pageBytes } from './package-bytes.ts'
import { pageLoad } from './page-load.ts'
import { pageRegionsGrowth } from './page-regions-growth.ts'
import { loadRatio } from './load-ratio.ts'
import { pageCard, pageChip, pageIdle } from './page-share.ts'
import { peers } from './peers.ts'
import { popupLongTask } from './popup-long-task.ts'
import { popupOpenRatio } from './popup-open-ratio.ts'
import { saveRatio } from './save-ratio.ts'
import { screenAllocated } from './screen-allocated.ts'
import { screenGrowth } from './screen-growth.ts'
import { screenRatio } from './screen-ratio.ts'
import { savedStateBytes, screenStateBytes } from './state-bytes.ts'
import { wakeRatio } from './wake-ratio.ts'
import { workerShareBinance } from './worker-share-binance.ts'
import { writtenPerHour } from './written-per-hour.ts'

/** Every benchmark, in the order of measurement: memory first, while the heap is clean. */
export const allBenchmarks: readonly Benchmark[] = [
  screenStateBytes,
  savedStateBytes,
  screenAllocated,
  screenRatio,
  screenGrowth,
  peers,
  confirmRatio,
  saveRatio,
  loadRatio,
  writtenPerHour,
  backtestTrades,
  backtestCandles,
  pageRegionsGrowth,
  packageBytes,
  pageBytes,
  popupOpenRatio,
  popupLongTask,
  pageLoad,
  pageIdle,
  pageChip,
  pageCard,
  livePrice,
  alertLatency,
  wakeRatio,
  workerShareBinance,
]
