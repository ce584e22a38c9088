import {
  ColorType,
  CrosshairMode,
  TickMarkType,
  type ChartOptions,
  type DeepPartial,
  type Time,
} from 'lightweight-charts'
import { dayFormat, timeLocales } from '../../shared/languages.ts'
import { isTime } from '../../ui/words/times.ts'
import type { DetailsWords } from '../words.ts'
import type { Palette } from './palette.ts'

/**
 * Appearance and behaviour of the chart: it does not react to the mouse wheel, and shows local time.
 *
 * @param offset how far the axis is ahead of UTC (ms); see `localOffset`
 */
export function chartOptions(
  { colour, font }: Palette,
  { lang, format }: DetailsWords,
  offset: () => number,
): DeepPartial<ChartOptions> {
  const msOf = (time: Time) => Number(time) * 1000 - offset()
  const day = new Intl.DateTimeFormat(timeLocales[lang], dayFormat(lang))
  const line = { color: colour['text-3'], labelBackgroundColor: colour['text-2'], width: 1 as const }
  return {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: colour.surface },
      textColor: colour.axis,
      fontSize: 11,
      fontFamily: font,
      // The library's required attribution is in the page's footer.
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
      tickMarkFormatter: (time: Time, kind: TickMarkType) =>
        kind < TickMarkType.Time && isTime(msOf(time)) ? day.format(msOf(time)) : format.clock(msOf(time)),
    },
    localization: { locale: lang, timeFormatter: (time: Time) => format.clock(msOf(time)) },
    handleScroll: { mouseWheel: false, vertTouchDrag: false, pressedMouseMove: true, horzTouchDrag: true },
    handleScale: { mouseWheel: false, axisPressedMouseMove: false, pinch: true, axisDoubleClickReset: true },
    kineticScroll: { mouse: false, touch: false },
  }
}
