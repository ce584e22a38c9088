import { useMemo, useRef, useState } from 'preact/hooks'
import type { Appearance } from '../ui/page/appearance.ts'
import { attempt } from '../ui/page/attempt.ts'
import { PagePart, Undrawn } from '../ui/page/page-part.tsx'
import { saveFile } from '../ui/page/save-file.ts'
import { decimalsOf } from '../ui/words/decimals.ts'
import { OutcomePanel } from './panels/outcome-panel.tsx'
import { chartCandles } from './chart/chart-candles.ts'
import type { KeyCheckStep } from '../shared/storage/key-check-steps.ts'
import { ChartPanel } from './panels/chart-panel.tsx'
import type { Chart } from './chart/draw-chart.ts'
import { chartModel } from './chart/model.ts'
import { KeyCheckPanel } from './panels/key-check-panel.tsx'
import { OtherVenuesPanel } from './panels/other-venues-panel.tsx'
import { EvidencePanel } from './panels/evidence-panel.tsx'
import { createExport } from './export/create-export.ts'
import { share } from './export/share.ts'
import { recordingName } from './export/recording-export.ts'
import { saveRecording } from './export/save-recording.ts'
import type { ExportKind, ShareKind } from './panels/export-menu.tsx'
import type { DetailsData } from './data/details-data.ts'
import { PageHeader } from './panels/page-header.tsx'
import { KnownPanel } from './panels/known-panel.tsx'
import type { PanelProps } from './panels/panel-props.ts'
import { priceFormatter } from './price-format.ts'
import type { SubjectView } from './data/details-view.ts'
import { Headline } from './panels/headline.tsx'
import { statementsOf, summaryOf } from './timeline/statements.ts'
import { KeyFigures } from './panels/key-figures-list.tsx'
import { TapePanel } from './panels/tape-panel.tsx'
import { TimelinePanel } from './panels/timeline-panel.tsx'
import type { DetailsWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

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

/** Everything that is known of one episode or pair. */
export function Details({ view, data, words, appearance, now, onTradingPage, onCheck }: Props) {
  const { episode, venue, pair } = view
  const chart = useRef<Chart>(null)
  const [exportStatus, setExportStatus] = useState('')
  const summary = attempt(() => summaryOf(data.officials, view))
  const statements = attempt(() => statementsOf(summary)) ?? []
  const checkedAt = summary?.checkedAt ?? null
  // The page renders every second, the chart only where one of its inputs has changed.
  const chartInputs = [view.episode, view.course, view.last?.price, data.candles, data.officials, words]
  const chartInput = useMemo(
    () =>
      attempt(() => {
        const shown = chartCandles(data.candles, episode)
        const closes = shown.candles.slice(-50).map(({ close }) => close)
        const prices = episode ? [episode.startPrice, episode.peakPrice, episode.lastPrice] : []
        return {
          model: chartModel(view, shown, statements, checkedAt),
          formatPrice: priceFormatter(words, episode, closes),
          decimals: decimalsOf([...prices, ...closes]),
        }
      }),
    chartInputs,
  )
  const name = venueName(venue, words.lang)
  const formatPrice = chartInput?.formatPrice ?? priceFormatter(words, null, [])
  const panel: PanelProps = { view, data, words, statements, checkedAt, venueName: name, now, formatPrice }

  const part = { of: data, words }

  async function onExport(kind: ExportKind): Promise<void> {
    try {
      if (!chartInput) throw new Error(words.say('undrawn.part'))
      const { name, content } = await createExport(kind, panel, chartInput, chart.current)
      saveFile(name, content)
      setExportStatus(words.say('export.done', { file: name }))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setExportStatus(words.say('export.failed', { reason }))
    }
  }
  async function onShare(kind: ShareKind): Promise<void> {
    try {
      if (!chartInput) throw new Error(words.say('undrawn.part'))
      await share(kind, panel, chartInput, chart.current)
      setExportStatus(words.say('share.done'))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setExportStatus(words.say('share.failed', { reason }))
    }
  }
  const showsKeyCheck =
    [episode?.kind, ...(episode?.also ?? [])].includes('key-abuse') ||
    statements.some(({ statement }) => statement.what === 'api-keys')
  return (
    <>
      <PagePart {...part}>
        <PageHeader
          {...panel}
          onTradingPage={onTradingPage}
          onExport={(kind) => void onExport(kind)}
          onShare={(kind) => void onShare(kind)}
          onRecording={
            recordingName(panel) === null
              ? undefined
              : (purpose) => void saveRecording(purpose, panel).then(setExportStatus)
          }
        />
      </PagePart>
      <main>
        <p class="told" role="status">
          {exportStatus}
        </p>
        <PagePart {...part}>
          <Headline {...panel} />
        </PagePart>
        <PagePart {...part}>
          <KeyFigures {...panel} currency={appearance.currency} />
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
                <KeyCheckPanel
                  episode={episode?.id ?? venue}
                  keyChecks={data.keyChecks}
                  {...{ words, onCheck }}
                />
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
