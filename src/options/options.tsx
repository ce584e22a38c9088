import { useEffect } from 'preact/hooks'
import type { VenueState } from '../market/venue-state.ts'
import type { Look } from '../ui/look.ts'
import { Appearance } from './appearance.tsx'
import { Data } from './data.tsx'
import type { Edited } from './editing.ts'
import { Nav } from './nav.tsx'
import { Notifications } from './notifications.tsx'
import { Page } from './page.tsx'
import type { Change } from './part.ts'
import { Sensitivity } from './sensitivity.tsx'
import { Shown } from './shown.tsx'
import { UndoBar } from './undo-bar.tsx'
import type { UndoState } from './undoing.ts'
import { isUndoKey } from './undo-key.ts'
import type { AskPreview } from './use-previews.ts'
import { Venues } from './venues.tsx'
import type { OptionsWords } from './words.ts'

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
  readonly look: Look
  readonly words: OptionsWords
  /** Wall clock, ms. */
  readonly now: number
  readonly actions: OptionsActions
}

/** Everything the trader can choose. There is no save button: a choice is saved at once. */
export function Options({ edited, states, undo, look, words, now, actions }: Props) {
  const { change, preview, onDelete, onUndo, onHold } = actions
  const part = { settings: edited.settings, words, change }
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
        <Venues settings={edited.settings} {...{ states, words, now }} onVenue={actions.onVenue} />
        <Sensitivity {...part} {...{ now, preview }} />
        <Shown {...part} />
        <Notifications {...part} now={now} />
        <Page {...part} />
        <Appearance {...part} look={look} />
        <Data {...part} onDelete={onDelete} />
        <p class="advice">{words.say('advice.none')}</p>
      </main>
      <UndoBar state={undo} failure={edited.failure} {...{ words, onUndo, onHold }} />
    </div>
  )
}
