import type { Chart, ChartInput } from '../chart/draw-chart.ts'
import type { ShareKind } from '../panels/export-menu.tsx'
import type { PanelProps } from '../panels/panel-props.ts'
import { captionOf } from './caption.ts'
import { captionedPng } from './captioned-png.ts'
import { shareText } from './share-text.ts'

/**
 * Copies the page to the clipboard, as text or as a picture of the chart with its caption. To be called within the
 * trader's click: browsers let nobody else write there. Rejects where the browser does not, or there is no chart.
 */
export async function share(
  kind: ShareKind,
  panel: PanelProps,
  input: ChartInput,
  chart: Chart | null,
): Promise<void> {
  if (kind === 'text') return navigator.clipboard.writeText(shareText(panel, input))
  if (!chart) throw new Error(panel.words.say('chart.noPrices'))
  const picture = captionedPng(chart.screenshot(), captionOf(panel, input.model.grid), document.body)
  // A promise: drawn after the click, and Safari's rule that the item be made within it holds.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
}
