// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { guardHost, mayRestore } from '../../../src/content/host/guard-host.ts'
import { stubPopovers } from '../popover-stub.ts'

const root = document.documentElement

describe('guardHost', () => {
  test('allows a number of restores per minute', () => {
    const five = [0, 1, 2, 3, 4]
    expect(mayRestore(five.slice(1), 5, 5)).toBe(true)
    expect(mayRestore(five, 59_999, 5)).toBe(false)
    expect(mayRestore(five, 60_000, 5)).toBe(true)
  })

  const middle = { x: 5, y: 5 }
  let life: AbortController
  let host: HTMLElement
  let removals = 0
  let guard: ReturnType<typeof guardHost>
  let popovers: ReturnType<typeof stubPopovers>
  beforeEach(() => {
    vi.useFakeTimers()
    popovers = stubPopovers()
    life = new AbortController()
    host = document.createElement('div')
    removals = 0
    guard = guardHost(host, document.createElement('div'), life.signal, () => removals++)
  })
  afterEach(() => {
    life.abort()
    host.remove()
    root.querySelectorAll(':scope > dialog').forEach((dialog) => dialog.remove())
    document.elementFromPoint = () => null
    vi.useRealTimers()
  })

  /** Repeats an act of the page eight times; returns how often the element was restored within half a second. */
  async function countRestores(act: () => void): Promise<number> {
    let restores = 0
    for (let i = 0; i < 8; i++) {
      act()
      await vi.advanceTimersByTimeAsync(500)
      if (host.parentNode === root && !host.inert) restores++
    }
    return restores
  }

  /** A modal dialog of the page, uppermost except for what it holds. */
  function openDialog({ drawsChildren = true } = {}) {
    const dialog = document.createElement('dialog')
    let isModal = true
    vi.spyOn(dialog, 'matches').mockImplementation((selector) => selector === ':modal' && isModal)
    vi.spyOn(dialog, 'closest').mockImplementation(() => (isModal ? dialog : null))
    root.append(dialog)
    document.elementFromPoint = () =>
      isModal && !(drawsChildren && host.parentNode === dialog) ? dialog : host
    return { dialog, close: () => (isModal = false) }
  }

  test.each([
    ['removes it', () => host.remove()],
    ['moves it elsewhere', () => document.body.append(host)],
    ['makes it inert', () => (host.inert = true)],
  ])('restores the element five times if the page %s, then reports its removal once', async (_, act) => {
    expect(await countRestores(act)).toBe(5)
    expect(removals).toBe(1)
    expect(host.parentNode).not.toBe(root)
  })

  test('a page that removes the element immediately does not use up all restores at once', async () => {
    const fight = new MutationObserver(() => host.isConnected && host.remove())
    fight.observe(root, { childList: true })
    host.remove()
    await vi.advanceTimersByTimeAsync(500)
    expect(removals).toBe(0)
    fight.disconnect()
    await vi.advanceTimersByTimeAsync(1000)
  })

  test('is shown in the top layer, and again whenever it is restored', async () => {
    expect(popovers.shown()).toBe(1)
    host.remove()
    await vi.advanceTimersByTimeAsync(500)
    expect(popovers.shown()).toBe(2)
  })

  test('is raised above what covers it', () => {
    const cover = document.createElement('div')
    let covered = true
    document.elementFromPoint = () => (covered ? cover : host)
    HTMLElement.prototype.showPopover = () => void (covered = false)
    expect(guard.checkCovered(middle)).toBe(true)
    expect(covered).toBe(false)
  })

  test('moves into a modal dialog, where the pointer reaches it, and out when the dialog closes', () => {
    const { dialog, close } = openDialog()
    expect(guard.checkCovered(middle)).toBe(true)
    expect(host.parentNode).toBe(dialog)
    close()
    expect(guard.checkCovered(middle)).toBe(true)
    expect(host.parentNode).toBe(root)
  })

  test('returns when the page removes the dialog with it', () => {
    const { dialog, close } = openDialog()
    guard.checkCovered(middle)
    close()
    dialog.remove()
    guard.checkCovered(middle)
    expect(host.parentNode).toBe(root)
    expect(host.isConnected).toBe(true)
  })

  test('stays above what draws no children, such as a video in fullscreen, and tells that it is out of reach', () => {
    const { close } = openDialog({ drawsChildren: false })
    expect(guard.checkCovered(middle)).toBe(false)
    expect(host.parentNode).toBe(root)
    const shown = popovers.shown()
    // Nothing is gained by trying again.
    expect(guard.checkCovered(middle)).toBe(false)
    expect(popovers.shown()).toBe(shown)
    close()
    expect(guard.checkCovered(middle)).toBe(true)
  })

  test('leaves a dialog whose children the page replaces, and does not count that as a removal', async () => {
    const { dialog } = openDialog()
    for (let i = 0; i < 8; i++) {
      guard.checkCovered(middle)
      expect(host.parentNode).toBe(i === 0 ? dialog : root)
      dialog.replaceChildren()
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(host.parentNode).toBe(root)
    expect(removals).toBe(0)
  })

  test('a trader may open a dialog ten times a minute', async () => {
    for (let i = 0; i < 10; i++) {
      const { dialog, close } = openDialog()
      guard.checkCovered(middle)
      expect(host.parentNode).toBe(dialog)
      close()
      guard.checkCovered(middle)
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect(removals).toBe(0)
  })

  test('gives up on a page that covers it again and again', async () => {
    let cover: Element = host
    document.elementFromPoint = () => cover
    HTMLElement.prototype.showPopover = () => void (cover = host)
    for (let i = 0; i < 30; i++) {
      cover = document.createElement('mark')
      guard.checkCovered(middle)
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(removals).toBe(1)
    expect(host.isConnected).toBe(false)
  })

  test('is not moved where raising it is enough: the focus stays in it', () => {
    const cover = document.createElement('div')
    root.append(cover)
    document.elementFromPoint = () => cover
    HTMLElement.prototype.showPopover = () => void (document.elementFromPoint = () => host)
    guard.checkCovered(middle)
    expect(root.lastElementChild).toBe(cover)
    cover.remove()
  })
})
