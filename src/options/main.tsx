import { render } from 'preact'
import type { VenueState } from '../market/venue-state.ts'
import { askFor } from '../shared/ask-for.ts'
import { venues } from '../shared/items.ts'
import { language } from '../shared/language.ts'
import { changeSettings, settings } from '../shared/settings-item.ts'
import { switchVenue } from '../shared/venue-switch.ts'
import { applyLook } from '../ui/apply-look.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/form.css'
import { lookOf } from '../ui/look.ts'
import { exchangeOf } from '../exchanges/registry.ts'
import { createEditing } from './editing.ts'
import './options.css'
import { Options, type OptionsActions } from './options.tsx'
import { optionsWords, type OptionsWords } from './words.ts'

/** Ages move on between messages, ms. */
const BEAT = 1_000

const root = document.querySelector('#options')
const life = new AbortController().signal
const editing = createEditing({ item: settings, save: changeSettings }, draw, life)
let states: readonly VenueState[] = []
let words: OptionsWords = optionsWords(language())

const actions: OptionsActions = {
  change: editing.change,
  preview: (settings) => askFor('preview', { settings }),
  onUndo: () => void editing.undo(),
  onHold: editing.hold,
  onDelete: async () => (await askFor('delete-data', {})) === true,
  onVenue: async (id, on) => {
    const done = await switchVenue(id, on)
    if (done) editing.did(exchangeOf(id)?.name ?? id, () => switchVenue(id, !on))
    return done
  },
}

function draw(): void {
  const edited = editing.edited()
  if (!root || !edited) return
  const look = lookOf(edited.settings, language())
  if (words.lang !== look.lang) words = optionsWords(look.lang)
  applyLook(look, document.documentElement)
  document.title = words.say('title.tab')
  const undo = editing.undoState()
  render(<Options {...{ edited, states, undo, look, words, actions }} now={Date.now()} />, root)
}

venues.follow((next) => {
  states = next
  draw()
}, life)
setInterval(draw, BEAT)
