import { useEffect, useMemo } from 'preact/hooks'
import type { VenueState } from '../market/venue-state.ts'
import { Appearance } from './sections/appearance.tsx'
import { Data } from './sections/data.tsx'
import type { Edited } from './undo/editing.ts'
import { Nav } from './nav.tsx'
import { Notifications } from './sections/notifications.tsx'
import { Page } from './sections/page.tsx'
import type { Change } from './part.ts'
import { Sensitivity } from './sections/sensitivity.tsx'
import { Shown } from './sections/shown.tsx'
import { UndoBar } from './undo/undo-bar.tsx'
import type { UndoState } from './undo/undoing.ts'
import { isUndoKey } from './undo/undo-key.ts'
import type { AskPreview } from './sections/use-previews.ts'
import { Venues } from './sections/venues.tsx'
import type { OptionsWords } from './words.ts'

const HOUR = 3_600_000

/** What the page can have done. */
export interface OptionsActions {
  readonly change: Change
  /** Called in the click, so that the browser may ask; false where it was refused. */
  readonly onVenue: (id: string, on: boolean) => Promise<boolean>
  readonly preview: AskPreview
  readonly onUndo: () => void
  readonly onHold: (on: boolean) => void
  readonly onDelete: () => Promise<boolean>
}

interface Props {
  readonly edited: Edited
  readonly states: readonly VenueState[]
  readonly undo: UndoState
  readonly words: OptionsWords
  /** Wall clock, ms. */
  readonly now: number
  readonly actions: OptionsActions
}

/** Everything the trader can choose. There is no save button: a choice is saved at once. */
export function Options({ edited, states, undo, words, now, actions }: Props) {
  const { change, preview, onDelete, onUndo, onHold } = actions
  const { settings } = edited
  const hour = Math.floor(now / HOUR) * HOUR
  // Ages of data move on with every second; a field that is being filled in must not be drawn anew with them.
  const rest = useMemo(() => {
    const part = { settings, words, change }
    return (
      <>
        <Sensitivity {...part} {...{ preview }} now={hour} />
        <Shown {...part} />
        <Notifications {...part} now={hour} />
        <Page {...part} />
        <Appearance {...part} />
        <Data {...part} onDelete={onDelete} />
      </>
    )
  }, [settings, words, change, preview, onDelete, hour])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isUndoKey(event)) onUndo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onUndo])
  return (
    <div class="options">
      <Nav words={words} />
      <main>
        <Venues settings={settings} {...{ states, words, now }} onVenue={actions.onVenue} />
        {rest}
        <p class="advice">{words.say('advice.none')}</p>
      </main>
      <UndoBar state={undo} failure={edited.failure} {...{ words, onUndo, onHold }} />
    </div>
  )
}
