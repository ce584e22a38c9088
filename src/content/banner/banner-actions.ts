import type { GripActions } from '../../ui/card/grip.tsx'
import type { HelpfulActions } from '../../ui/card/not-helpful.tsx'
import type { CardView, TailView, VisibleView } from '../view/banner-view.ts'

/** What the trader can do with the banner. */
export interface BannerActions extends HelpfulActions {
  readonly grip: GripActions
  /** Opens the card from a chip. */
  readonly onOpen: () => void
  /** Opens the full card from a brief one. */
  readonly onMore: () => void
  readonly onCollapse: () => void
  readonly onDetails: () => void
  readonly onHide: () => void
  /** Duration of the mute in ms; null until unmuted. */
  readonly onMute: (length: number | null) => void
  readonly onRetry: () => void
  /** Switches off all notices about how venues stand in a country. */
  readonly onCountryNoticeOff: () => void
}

/** The actions that concern more than the banner itself, with the view they were taken on. */
export type BannerHandlers = Pick<BannerActions, 'onRetry' | 'onCountryNoticeOff'> & {
  readonly onDetails: (view: CardView | TailView) => void
  readonly onHide: (view: VisibleView) => void
  readonly onMute: (view: CardView, length: number | null) => void
  readonly onNotHelpful: (view: CardView, isNot: boolean) => void
  readonly onQuieter: (view: CardView) => void
  /** Leaves the trading page. */
  readonly onLeave: () => void
  /** The page keeps removing or hiding the banner. */
  readonly onBannerHidden: () => void
}
