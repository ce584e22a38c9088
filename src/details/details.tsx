import { useMemo, useRef, useState } from 'preact/hooks'
import { siteOf } from '../exchanges/registry.ts'
import type { Appearance } from '../ui/appearance.ts'
import { decimalsOf } from '../ui/words/decimals.ts'
import { AfterPanel } from './panels/after-panel.tsx'
import { valueOf } from './answer.ts'
import { ChartPanel } from './panels/chart-panel.tsx'
import type { Chart } from './chart/draw.ts'
import { chartModel } from './chart/model.ts'
import { CheckPanel } from './panels/check-panel.tsx'
import { ElsewherePanel } from './panels/elsewhere-panel.tsx'
import { EvidencePanel } from './panels/evidence-panel.tsx'
import { exported } from './export/exported.ts'
import { saveFile } from './export/save-file.ts'
import type { ExportKind } from './panels/export-menu.tsx'
import type { Facts } from './facts.ts'
import { Head } from './panels/head.tsx'
import { KnownPanel } from './panels/known-panel.tsx'
import type { Part } from './part.ts'
import { priceWriter } from './price-words.ts'
import type { Shown } from './scene.ts'
import { Sentence } from './panels/sentence.tsx'
import { lookedAt, saidOf } from './timeline/statements.ts'
import { Summary } from './panels/summary.tsx'
import { TapePanel } from './panels/tape-panel.tsx'
import { TimelinePanel } from './panels/timeline-panel.tsx'
import type { DetailsWords } from './words.ts'

interface Props {
  readonly scene: Shown
  readonly facts: Facts
  readonly words: DetailsWords
  readonly look: Appearance
  /** Wall clock, ms. */
  readonly now: number
  readonly onTradingPage: () => void
}

/** Everything that is known of one episode or pair. */
export function Details({ scene, facts, words, look, now, onTradingPage }: Props) {
  const { episode, venue, pair } = scene
  const chart = useRef<Chart>(null)
  const [told, setTold] = useState('')
  const said = saidOf(facts.officials, venue, pair, episode?.symbol ?? null)
  const looked = lookedAt(facts.officials, venue)
  const candles = valueOf(facts.candles, [])
  // Ages move each second; the chart only with what it draws.
  const drawn = [scene.episode, scene.course, scene.last?.price, candles, facts.officials, words]
  const drawing = useMemo(() => {
    const prices = candles.slice(-50).map(({ close }) => close)
    const price = priceWriter(words, episode, prices)
    const own = episode ? [episode.startPrice, episode.peakPrice, episode.lastPrice] : []
    return {
      model: chartModel(scene, candles, said, looked),
      price,
      decimals: decimalsOf([...own, ...prices]),
    }
  }, drawn)
  const venueName = siteOf(venue)?.name ?? venue
  const part: Part = { scene, facts, words, said, venueName, now, price: drawing.price, lookedAt: looked }

  async function onExport(kind: ExportKind): Promise<void> {
    try {
      const file = await exported(kind, part, drawing, chart.current)
      saveFile(file)
      setTold(words.say('export.done', { file: file.name }))
    } catch (error) {
      setTold(words.say('export.failed', { reason: error instanceof Error ? error.message : String(error) }))
    }
  }
  const abuse = episode && [episode.kind, ...episode.also].includes('key-abuse')
  const keysNamed = said.some(({ statement }) => statement.what === 'api-keys')
  return (
    <>
      <Head {...part} onTradingPage={onTradingPage} onExport={(kind) => void onExport(kind)} />
      <main>
        <p class="told" role="status">
          {told}
        </p>
        <Sentence {...part} />
        <Summary {...part} currency={look.currency} />
        <div class="columns">
          <div class="column">
            <ChartPanel {...part} drawing={drawing} chart={chart} />
            <TimelinePanel {...part} />
          </div>
          <div class="column">
            <EvidencePanel {...part} />
            <KnownPanel {...part} />
            {(abuse ?? false) || keysNamed ? <CheckPanel words={words} /> : null}
            {pair && <TapePanel {...part} pair={pair} />}
            {pair && <ElsewherePanel {...part} />}
            <AfterPanel {...part} />
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
