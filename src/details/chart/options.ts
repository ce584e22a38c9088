import { ColorType, CrosshairMode, type ChartOptions, type DeepPartial, type Time } from 'lightweight-charts'
import type { DetailsWords } from '../words.ts'
import type { Palette } from './palette.ts'

/** The library counts in seconds. */
const ms = (time: Time) => Number(time) * 1000

/** How the whole chart looks and moves: it never takes the page's wheel, and shows the trader's own clock. */
export function chartOptions(
  { colour, font }: Palette,
  { lang, format }: DetailsWords,
): DeepPartial<ChartOptions> {
  const line = { color: colour['text-3'], labelBackgroundColor: colour['text-2'], width: 1 as const }
  return {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: colour.surface },
      textColor: colour.axis,
      fontSize: 11,
      fontFamily: font,
      // The credit stands in the foot of the page, where it can be read.
      attributionLogo: false,
      panes: { enableResize: false, separatorColor: colour.hairline, separatorHoverColor: colour.hairline },
    },
    grid: { vertLines: { color: colour.grid }, horzLines: { color: colour.grid } },
    crosshair: { mode: CrosshairMode.Normal, vertLine: line, horzLine: line },
    rightPriceScale: { borderColor: colour.hairline },
    timeScale: {
      borderColor: colour['hairline-strong'],
      timeVisible: true,
      fixLeftEdge: true,
      fixRightEdge: true,
      lockVisibleTimeRangeOnResize: true,
      tickMarkFormatter: (time: Time) => format.clock(ms(time)),
    },
    localization: { locale: lang, timeFormatter: (time: Time) => format.clock(ms(time)) },
    handleScroll: { mouseWheel: false, vertTouchDrag: false, pressedMouseMove: true, horzTouchDrag: true },
    handleScale: { mouseWheel: false, axisPressedMouseMove: false, pinch: true, axisDoubleClickReset: true },
    kineticScroll: { mouse: false, touch: false },
  }
}
