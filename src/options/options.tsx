import { useEffect, useMemo } from 'preact/hooks'
import { PagePart } from '../ui/page/page-part.tsx'
import type { ChartSite } from '../exchanges/sites/charts/chart-sites.ts'
import type { Mute } from '../shared/storage/items.ts'
import { isMuting } from '../shared/visible.ts'
import type { VenueState } from '../market/venue-state.ts'
import { AboutSection } from './sections/about-section.tsx'
import { AppearanceSection } from './sections/appearance-section.tsx'
import { ChartPagesSection } from './sections/chart-pages-section.tsx'
import { DataSection } from './sections/data-section.tsx'
import type { EditorState } from './undo/settings-editor.ts'
import { SectionNav } from './sections/section-nav.tsx'
import { NotificationsSection } from './sections/notifications-section.tsx'
import { TradingPagesSection } from './sections/trading-pages-section.tsx'
import type { Change } from './sections/section-props.ts'
import { SensitivitySection } from './sections/sensitivity-section.tsx'
import { ShownPairsSection } from './sections/shown-pairs-section.tsx'
import { UndoBar } from './undo/undo-bar.tsx'
import type { UndoState } from './undo/undo-stack.ts'
import { isUndoKey } from './undo/undo-key.ts'
import type { NotificationActions } from './form/notification-check.tsx'
import type { FetchPreview } from './preview/use-previews.ts'
import { VenuesSection } from './sections/venues-section.tsx'
import type { OptionsWords } from './words.ts'

const hourMs = 3_600_000

/** What the trader can do on the page. */
export interface OptionsActions {
  readonly change: Change
  /** Call it within the click: the browser may ask for permission. Resolves to false where it was refused. */
  readonly onVenue: (id: string, on: boolean) => Promise<boolean>
  /** The same of a chart site. */
  readonly onChartSite: (site: ChartSite, on: boolean) => Promise<boolean>
  readonly fetchPreview: FetchPreview
  readonly notifications: NotificationActions
  readonly onUndo: () => void
  readonly onHold: (on: boolean) => void
  readonly onDelete: () => Promise<boolean>
  readonly onUnmute: (pair: Mute['pair']) => void
}

interface Props {
  readonly state: EditorState
  readonly venueStates: readonly VenueState[]
  /** Ids of the chart sites that the browser permits; null until it has said. */
  readonly allowedChartSites: readonly string[] | null
  readonly mutes: readonly Mute[]
  readonly undo: UndoState
  readonly words: OptionsWords
  /** Wall clock (ms). */
  readonly now: number
  readonly actions: OptionsActions
}

/** All settings. There is no save button: every change is saved at once. */
export function Options({ state, venueStates, allowedChartSites, mutes, undo, words, now, actions }: Props) {
  const { change, fetchPreview, notifications, onChartSite, onDelete, onUndo, onHold, onUnmute } = actions
  const { settings } = state
  const hour = Math.floor(now / hourMs) * hourMs
  const muting = mutes.filter((mute) => isMuting(mute, now))
  // Only the venues show ages that change every second: the other sections keep their elements.
  const rest = useMemo(() => {
    const shared = { settings, words, change }
    const part = { of: settings, words }
    return (
      <>
        <PagePart {...part}>
          <SensitivitySection {...shared} {...{ fetchPreview }} now={hour} />
        </PagePart>
        <PagePart {...part}>
          <ShownPairsSection {...shared} {...{ onUnmute }} mutes={muting} now={hour} />
        </PagePart>
        <PagePart {...part}>
          <NotificationsSection {...shared} now={hour} check={notifications} />
        </PagePart>
        <PagePart {...part}>
          <TradingPagesSection {...shared} />
        </PagePart>
        <PagePart {...part}>
          <ChartPagesSection {...shared} {...{ onChartSite }} allowed={allowedChartSites} />
        </PagePart>
        <PagePart {...part}>
          <AppearanceSection {...shared} />
        </PagePart>
        <PagePart {...part}>
          <DataSection {...shared} onDelete={onDelete} />
        </PagePart>
        <PagePart {...part}>
          <AboutSection words={words} />
        </PagePart>
      </>
    )
  }, [
    settings,
    words,
    change,
    fetchPreview,
    notifications,
    onChartSite,
    allowedChartSites,
    onDelete,
    onUnmute,
    hour,
    JSON.stringify(muting),
  ])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isUndoKey(event)) onUndo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onUndo])
  return (
    <div class="options">
      <SectionNav words={words} />
      <main>
        <PagePart of={venueStates} words={words}>
          <VenuesSection
            {...{ settings, venueStates, words, change: actions.change, now }}
            onVenue={actions.onVenue}
          />
        </PagePart>
        {rest}
        <p class="advice">{words.say('advice.none')}</p>
      </main>
      <UndoBar state={undo} failure={state.failure} {...{ words, onUndo, onHold }} />
    </div>
  )
}
