import { render } from 'preact'
import type { VenueState } from '../market/venue-state.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import { mutes as storedMutes, venues, type Mute } from '../shared/storage/items.ts'
import { changeSettings, settings } from '../shared/settings/settings-item.ts'
import { followAllowedChartSites, switchChartSite } from '../shared/settings/chart-site-switch.ts'
import { switchVenue } from '../shared/settings/venue-switch.ts'
import { everySecond } from '../ui/page/every-second.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import { createSettingsEditor } from './undo/settings-editor.ts'
import { Options, type OptionsActions } from './options.tsx'
import { optionsWords, type OptionsWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

/** Renders the page into `root` and keeps it up to date until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  const frame = createPageFrame(optionsWords, draw)
  const editor = createSettingsEditor({ item: settings, save: changeSettings }, draw, signal)
  let venueStates: readonly VenueState[] = []
  let mutes: readonly Mute[] = []
  let allowedChartSites: readonly string[] | null = null

  const actions: OptionsActions = {
    change: editor.change,
    fetchPreview: (settings) => sendQuery('preview', { settings }),
    notifications: {
      fetchAllowed: () => sendQuery('notifications-allowed', {}),
      sendTest: (sound) => sendQuery('test-notification', { sound }),
    },
    onUnmute: (pair) => sendCommand({ kind: 'unmute', pair }),
    onUndo: () => void editor.undo(),
    onHold: editor.hold,
    onDelete: async () => (await sendQuery('delete-data', {})) === true,
    onVenue: (id, on) => {
      const wasOn = editor.state()?.settings.venues.includes(id)
      return switchUndoably(
        on,
        wasOn,
        (to) => switchVenue(id, to),
        ({ lang }) => venueName(id, lang),
      )
    },
    onChartSite: (site, on) => {
      const wasOn = editor.state()?.settings.chartSites.includes(site.id)
      return switchUndoably(
        on,
        wasOn,
        (to) => switchChartSite(site, to),
        () => site.name,
      )
    },
  }

  /** Switches what needs a permission, and offers to undo it. */
  async function switchUndoably(
    on: boolean,
    wasOn: boolean | undefined,
    switchTo: (on: boolean) => Promise<boolean>,
    nameIn: (words: OptionsWords) => string,
  ): Promise<boolean> {
    const done = await switchTo(on)
    const { words } = frame
    // Where only the permission was granted again there is nothing to undo.
    if (!done || on === wasOn || !words) return done
    const what = words.say(on ? 'venue.did.on' : 'venue.did.off', { venue: nameIn(words) })
    editor.push(what, () => switchTo(!on).catch(() => false))
    return done
  }

  function draw(): void {
    const state = editor.state()
    if (!state || signal.aborted) return
    frame.apply(state.settings)
    const { words } = frame
    if (!words) return
    document.title = words.say('title.tab')
    const undo = editor.undoState()
    const shown = { state, venueStates, allowedChartSites, mutes, undo, words, actions }
    render(<Options {...shown} now={Date.now()} />, root)
  }

  venues.follow((next) => {
    venueStates = next
    draw()
  }, signal)
  storedMutes.follow((next) => {
    mutes = next
    draw()
  }, signal)
  followAllowedChartSites((ids) => {
    allowedChartSites = ids
    draw()
  }, signal)
  everySecond(draw, signal)
  signal.addEventListener('abort', () => render(null, root))
}
