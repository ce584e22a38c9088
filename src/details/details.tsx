import { useMemo, useRef } from 'preact/hooks'
import type { Appearance } from '../ui/page/appearance.ts'
import { attempt } from '../ui/page/attempt.ts'
import { PagePart, Undrawn } from '../ui/page/page-part.tsx'
import { OutcomePanel } from './panels/outcome-panel.tsx'
import { chartInputAt, chartInputOf } from './chart/chart-input.ts'
import type { KeyCheckStep } from '../shared/storage/key-check-steps.ts'
import { ChartPanel } from './panels/chart-panel.tsx'
import type { Chart } from './chart/draw-chart.ts'
import { concernsKeys } from './panels/concerns-keys.ts'
import { KeyCheckPanel } from './panels/key-check-panel.tsx'
import { OtherVenuesPanel } from './panels/other-venues-panel.tsx'
import { EvidencePanel } from './panels/evidence-panel.tsx'
import { useExport } from './export/use-export.ts'
import type { DetailsData } from './data/details-data.ts'
import { PageHeader } from './panels/page-header.tsx'
import { KnownPanel } from './panels/known-panel.tsx'
import { panelOf } from './panels/panel-of.ts'
import type { PanelProps } from './panels/panel-props.ts'
import { priceFormatter } from './price-format.ts'
import type { SubjectView } from './data/details-view.ts'
import { Headline } from './panels/headline.tsx'
import { KeyFigures } from './panels/key-figures-list.tsx'
import { asKnownAt } from './replay/as-known-at.ts'
import { ReplayBar } from './replay/replay-bar.tsx'
import { useReplay } from './replay/use-replay.ts'
import { TapePanel } from './panels/tape-panel.tsx'
import { TimelinePanel } from './panels/timeline-panel.tsx'
import type { DetailsWords } from './words.ts'

interface Props {
  readonly view: SubjectView
  readonly data: DetailsData
  readonly words: DetailsWords
  readonly appearance: Appearance
  /** Wall clock (ms). */
  readonly now: number
  readonly onTradingPage: () => void
  /** A step of what to check was done, or was not after all. */
  readonly onCheck: (episode: string, step: KeyCheckStep, isDone: boolean) => void
}

/** Everything that is known of one episode or pair, now or at a moment that is replayed. */
export function Details({ view, data, words, appearance, now, onTradingPage, onCheck }: Props) {
  const { venue, pair } = view
  const chart = useRef<Chart>(null)
  const known = panelOf({ view, data }, words, now)
  // The page renders every second, the chart only where one of its inputs has changed.
  const chartInputs = [view.episode, view.course, view.last?.price, data.candles, data.officials, words]
  const presentInput = useMemo(() => attempt(() => chartInputOf(known)), chartInputs)
  const formatPrice = presentInput?.formatPrice ?? priceFormatter(words, null, [])
  const present: PanelProps = { ...known, formatPrice }

  const replay = useReplay(view)
  const { at } = replay
  const moment = at === null ? null : attempt(() => asKnownAt(view, data, at))
  const panel: PanelProps = moment ? { ...panelOf(moment, words, now), formatPrice } : present
  const replayedInput = useMemo(
    () => moment && presentInput && attempt(() => chartInputAt(panel, present, presentInput)),
    [presentInput, at],
  )
  const chartInput = moment ? replayedInput : presentInput

  const part = { of: data, words }
  const { status, onExport, onShare, onRecording } = useExport(
    { panel, input: chartInput },
    { panel: present, input: presentInput },
    chart,
  )
  const showsKeyCheck = concernsKeys(present)
  return (
    <>
      <PagePart {...part}>
        <PageHeader {...panel} onTradingPage={onTradingPage} {...{ onExport, onShare, onRecording }} />
      </PagePart>
      <main>
        <p class="told" role="status">
          {status}
        </p>
        <PagePart {...part}>
          <Headline {...panel} />
        </PagePart>
        <PagePart {...part}>
          <KeyFigures {...panel} currency={appearance.currency} />
        </PagePart>
        <PagePart {...part}>
          <ReplayBar {...panel} replay={moment ? replay : { ...replay, at: null }} />
        </PagePart>
        <div class="columns">
          <div class="column">
            <PagePart {...part}>
              {chartInput ? (
                <ChartPanel {...panel} input={chartInput} chart={chart} />
              ) : (
                <Undrawn words={words} />
              )}
            </PagePart>
            <PagePart {...part}>
              <TimelinePanel {...panel} />
            </PagePart>
          </div>
          <div class="column">
            <PagePart {...part}>
              <EvidencePanel {...panel} />
            </PagePart>
            <PagePart {...part}>
              <KnownPanel {...panel} />
            </PagePart>
            {showsKeyCheck && (
              <PagePart {...part}>
                {/* Its place is kept while a moment before is replayed. */}
                <div class={concernsKeys(panel) ? '' : 'not-yet'}>
                  <KeyCheckPanel
                    episode={view.episode?.id ?? venue}
                    keyChecks={data.keyChecks}
                    {...{ words, onCheck }}
                  />
                </div>
              </PagePart>
            )}
            {pair && (
              <PagePart {...part}>
                <TapePanel {...panel} pair={pair} />
              </PagePart>
            )}
            {pair && (
              <PagePart {...part}>
                <OtherVenuesPanel {...panel} />
              </PagePart>
            )}
            <PagePart {...part}>
              <OutcomePanel {...panel} />
            </PagePart>
          </div>
        </div>
      </main>
      <footer class="foot">
        <span>{words.say('advice.none')}</span>
        <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
          {words.say('credit', { name: 'TradingView Lightweight Charts' })}
        </a>
      </footer>
    </>
  )
}
