import type { Chart, ChartInput } from '../chart/draw-chart.ts'
import type { ExportKind } from '../panels/export-menu.tsx'
import type { PanelProps } from '../panels/panel-props.ts'
import { barsCsv } from './bars-csv.ts'
import { jsonExport } from './json-export.ts'
import { exportFileName, type ExportFile } from './export-file.ts'
import { captionOf } from './caption.ts'
import { captionedPng } from './captioned-png.ts'

/** Exports what the page shows as a file. Rejects where a picture is requested and there is no chart. */
export async function createExport(
  kind: ExportKind,
  panel: PanelProps,
  { model, decimals }: ChartInput,
  chart: Chart | null,
): Promise<ExportFile> {
  const { venue, pair, episode, marketNow } = panel.view
  const names = [venue, ...(pair ? [pair.base, pair.quote] : ['market'])]
  const name = exportFileName(names, episode?.startedAt ?? marketNow, kind)
  if (kind === 'json')
    return { name, content: textBlob(JSON.stringify(jsonExport(panel), null, 2), 'application/json') }
  if (kind === 'csv') return { name, content: textBlob(barsCsv(model, decimals), 'text/csv') }
  if (!chart) throw new Error(panel.words.say('chart.noPrices'))
  const caption = captionOf(panel, model.grid)
  return { name, content: await captionedPng(chart.screenshot(), caption, document.body) }
}

const textBlob = (content: string, type: string) => new Blob([content], { type: `${type};charset=utf-8` })
