import { render } from 'preact'
import { exchangeOf } from '../exchanges/registry.ts'
import type { VenueState } from '../market/venue-state.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import { venues } from '../shared/storage/items.ts'
import { language } from '../shared/language.ts'
import { changeSettings, settings } from '../shared/settings/settings-item.ts'
import { switchVenue } from '../shared/settings/venue-switch.ts'
import { applyAppearance } from '../ui/apply-appearance.ts'
import { appearanceOf } from '../ui/appearance.ts'
import { createEditing } from './undo/editing.ts'
import { Options, type OptionsActions } from './options.tsx'
import { optionsWords } from './words.ts'

/** Ages move on between messages, ms. */
const BEAT = 1_000

/** Shows the page in `root` and keeps it up to date until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  const editing = createEditing({ item: settings, save: changeSettings }, draw, signal)
  let states: readonly VenueState[] = []
  let words = optionsWords(language())

  const actions: OptionsActions = {
    change: editing.change,
    preview: (settings) => sendQuery('preview', { settings }),
    onUndo: () => void editing.undo(),
    onHold: editing.hold,
    onDelete: async () => (await sendQuery('delete-data', {})) === true,
    onVenue: async (id, on) => {
      const was = editing.edited()?.settings.venues.includes(id)
      const done = await switchVenue(id, on)
      // Granted again what was switched on already: there is nothing to undo.
      if (done && on !== was) {
        const undo = () => switchVenue(id, !on).catch(() => false)
        const venue = exchangeOf(id)?.name ?? id
        editing.did(words.say(on ? 'venue.did.on' : 'venue.did.off', { venue }), undo)
      }
      return done
    },
  }

  function draw(): void {
    const edited = editing.edited()
    if (!edited || signal.aborted) return
    const look = appearanceOf(edited.settings, language())
    if (words.lang !== look.lang) words = optionsWords(look.lang)
    applyAppearance(look, document.documentElement)
    document.title = words.say('title.tab')
    const undo = editing.undoState()
    render(<Options {...{ edited, states, undo, words, actions }} now={Date.now()} />, root)
  }

  venues.follow((next) => {
    states = next
    draw()
  }, signal)
  const beat = setInterval(draw, BEAT)
  signal.addEventListener('abort', () => {
    clearInterval(beat)
    render(null, root)
  })
}
