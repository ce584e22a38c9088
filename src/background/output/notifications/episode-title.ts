import { fadingShare, recoveredShare } from '../../../detect/episode/phase-settings.ts'
import { shareGivenBack } from '../../../detect/episode/phase-signs.ts'
import { changeFromPeak, changeSinceStart, type Episode, isFall } from '../../../market/episode.ts'
import { pairName } from '../../../market/pair.ts'
import { type Lang, locales } from '../../../shared/languages.ts'
import { multipleFrom, timesFormat } from '../../../shared/times-format.ts'
import { notificationTexts } from './notification-texts.ts'

/** An extreme of the last seconds (ms) may come again: until then the number alone says what gave way. */
const freshPeakMs = 30_000
/** A distance from the extreme below this, as a fraction, is none. */
const leastDistance = 0.0005

/** Whether the price stands off its extreme: by its phase, or already before a phase says so. */
export function isOffExtreme(episode: Episode): boolean {
  return hasTurned(episode) || shareGivenBack(episode) >= fadingShare
}

/**
 * What an episode does now: `OAX/BTC falling, −18% off peak`. The phase is left out where the price goes another way
 * already: a phase is said once it stands, and a spike is half given back before that.
 */
export function episodeTitle(episode: Episode, lang: Lang): string {
  const text = notificationTexts(lang)
  const { base, quote } = episode
  const pair = base !== null && quote !== null ? pairName({ base, quote }) : text('market.title')
  const state = stateOf(episode, lang)
  const figure = figureOf(episode, lang)
  return state === null ? text('title.noState', { pair, figure }) : text('title', { pair, state, figure })
}

/** Whether a lone print is all there is to tell: the price did not go with it. */
function isPrintAlone(episode: Episode): boolean {
  return episode.kind === 'stray-print' && episode.strayPrint !== null && !isOffExtreme(episode)
}

/** The phase in small letters, as the price bears it out; else null. */
function stateOf(episode: Episode, lang: Lang): string | null {
  const text = notificationTexts(lang)
  const { phase } = episode
  if (isPrintAlone(episode)) return text('kind.stray-print').toLowerCase()
  const agrees =
    phase === 'falling'
      ? shareGivenBack(episode) >= recoveredShare && episode.updatedAt - episode.peakAt >= freshPeakMs
      : hasTurned(episode) || !isOffExtreme(episode)
  return agrees ? text(`phase.${isFall(episode) ? 'fall' : 'rise'}.${phase}`).toLowerCase() : null
}

const hasTurned = ({ phase }: Episode) => phase !== 'building' && phase !== 'surging'

/** The number that belongs to it: since the start while it runs, off its extreme once it does not. */
function figureOf(episode: Episode, lang: Lang): string {
  const { strayPrint } = episode
  if (strayPrint !== null && isPrintAlone(episode))
    return changeText(strayPrint.price / strayPrint.reference - 1, lang)
  if (!isOffExtreme(episode)) return changeText(changeSinceStart(episode), lang)
  const text = notificationTexts(lang)
  const isLow = isFall(episode)
  const distance = changeFromPeak(episode)
  if (Math.abs(distance) < leastDistance) return text(isLow ? 'at.low' : 'at.peak')
  return text(isLow ? 'chip.fromLow' : 'chip.fromPeak', { change: changeText(distance, lang) })
}

/** A change from a fraction: `+12.5%`; from +1000 % on the multiple of what it was: `48,212×`. */
export function changeText(fraction: number, lang: Lang): string {
  if (fraction >= multipleFrom)
    return notificationTexts(lang)('unit.times', { n: timesFormat(lang)(fraction + 1) })
  const percent = new Intl.NumberFormat(locales[lang], {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  return percent.format(fraction).replace('-', '\u2212')
}
