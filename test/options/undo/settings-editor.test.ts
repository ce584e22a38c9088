import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSettingsEditor, type SettingsEditor } from '../../../src/options/undo/settings-editor.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { changeSettings, settings } from '../../../src/shared/settings/settings-item.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../../shared/browser-stub.ts'

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

describe('settings editor', () => {
  let page: AbortController
  let editing: SettingsEditor
  const shown = () => editing.state()?.settings
  const drawn = vi.fn()

  beforeEach(async () => {
    vi.useFakeTimers()
    await stub.reset()
    page = new AbortController()
    drawn.mockReset()
    editing = createSettingsEditor({ item: settings, save: changeSettings }, drawn, page.signal)
    await pass()
  })
  afterEach(() => {
    page.abort()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('shows a change before it is saved, and saves it at once', async () => {
    editing.change('Theme', { theme: 'dark' })
    expect(shown()?.theme).toBe('dark')
    expect(drawn).toHaveBeenCalled()
    await pass()
    expect(await settings.get()).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(editing.undoState()).toEqual({ message: { kind: 'changed', what: 'Theme' }, next: 'Theme' })
  })

  test('undoes changes one by one, last first', async () => {
    editing.change('Theme', { theme: 'dark' })
    editing.change('Pause', { pause: true })
    await pass()
    await editing.undo()
    expect(shown()).toMatchObject({ theme: 'dark', pause: false })
    expect(editing.undoState()).toEqual({ message: { kind: 'undone', what: 'Pause' }, next: 'Theme' })
    await editing.undo()
    expect(await settings.get()).toEqual(defaultSettings)
    expect(editing.undoState().next).toBeNull()
    await editing.undo()
    expect(await settings.get()).toEqual(defaultSettings)
  })

  test('keeps each change for ten seconds', async () => {
    editing.change('Theme', { theme: 'dark' })
    await pass(6_000)
    editing.change('Pause', { pause: true })
    await pass(3_999)
    await editing.undo()
    expect(editing.undoState().next).toBe('Theme')
    await pass(1)
    expect(editing.undoState()).toEqual({ message: null, next: null })
    expect(shown()?.theme).toBe('dark')
  })

  test('lets nothing expire while the undo bar is in use', async () => {
    editing.change('Theme', { theme: 'dark' })
    await pass(9_000)
    editing.hold(true)
    await pass(60_000)
    expect(editing.undoState().next).toBe('Theme')
    editing.hold(false)
    await pass(9_999)
    expect(editing.undoState().next).toBe('Theme')
    await pass(1)
    expect(editing.undoState().next).toBeNull()
  })

  test('undoes steps of a slider together, changes of a list one by one', async () => {
    editing.change('Level', { sensitivity: { kind: 'custom', shift: 0.1 } }, true)
    editing.change('Level', { sensitivity: { kind: 'custom', shift: 0.2 } }, true)
    editing.change('Watch', { watch: ['binance:A/B'] })
    editing.change('Watch', { watch: ['binance:A/B', 'binance:C/D'] })
    await editing.undo()
    expect(shown()?.watch).toEqual(['binance:A/B'])
    await editing.undo()
    await editing.undo()
    expect(await settings.get()).toEqual(defaultSettings)
  })

  test('keeps changes that another page made meanwhile', async () => {
    editing.change('Theme', { theme: 'dark' })
    await changeSettings((present) => ({ ...present, venues: ['binance', 'okx'] }))
    await pass()
    expect(shown()).toMatchObject({ theme: 'dark', venues: ['binance', 'okx'] })
    await editing.undo()
    expect(await settings.get()).toEqual({ ...defaultSettings, venues: ['binance', 'okx'] })
  })

  test('reverts and reports a change that cannot be saved, until the next one is', async () => {
    const full = new Error('QUOTA_BYTES quota exceeded')
    vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(full)
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(full)
    editing.change('Theme', { theme: 'dark' })
    await pass()
    expect(editing.state()).toEqual({ settings: defaultSettings, failure: 'QUOTA_BYTES quota exceeded' })
    expect(editing.undoState()).toEqual({ message: null, next: null })
    vi.restoreAllMocks()
    editing.change('Pause', { pause: true })
    await pass()
    expect(editing.state()).toMatchObject({ settings: { theme: 'system', pause: true }, failure: null })
  })

  test('follows changes made elsewhere', async () => {
    await changeSettings((present) => ({ ...present, retentionDays: 30 }))
    await pass()
    expect(shown()?.retentionDays).toBe(30)
  })
})
