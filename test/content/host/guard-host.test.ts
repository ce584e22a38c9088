// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { guardHost } from '../../../src/content/host/guard-host.ts'
import { mayRestore } from '../../../src/content/host/restores.ts'
import { stubPopovers } from '../popover-stub.ts'

const root = document.documentElement

describe('guardHost', () => {
  test('allows a number of restores per minute', () => {
    const five = [0, 1, 2, 3, 4]
    expect(mayRestore(five.slice(1), 5, 5)).toBe(true)
    expect(mayRestore(five, 59_999, 5)).toBe(false)
    expect(mayRestore(five, 60_000, 5)).toBe(true)
  })

  const shown = document.createElement('div')
  let life: AbortController
  let host: HTMLElement
  let removals = 0
  let attached = 0
  let guard: ReturnType<typeof guardHost>
  let isDrawn = true
  /** Checks as the banner does; `opened` was just shown in the top layer. */
  const check = (isPainted = true, opened: Element | null = null) =>
    guard.checkCovered(shown, isPainted, opened)
  let popovers: ReturnType<typeof stubPopovers>
  beforeEach(() => {
    vi.useFakeTimers()
    popovers = stubPopovers()
    life = new AbortController()
    host = document.createElement('div')
    removals = 0
    attached = 0
    vi.spyOn(shown, 'checkVisibility').mockImplementation(() => isDrawn)
    isDrawn = true
    guard = guardHost(host, document.createElement('div'), life.signal, {
      onAttached: () => attached++,
      onHidden: () => removals++,
    })
  })
  afterEach(() => {
    life.abort()
    host.remove()
    root.querySelectorAll(':scope > dialog').forEach((dialog) => dialog.remove())
    document.elementFromPoint = () => null
    vi.restoreAllMocks()
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
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector) {
      return this === dialog && selector === ':modal' && isModal
    })
    vi.spyOn(Element.prototype, 'closest').mockImplementation(() => (isModal ? dialog : null))
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
    expect(check()).toBe(true)
    expect(covered).toBe(false)
  })

  test('moves into a modal dialog, where the pointer reaches it, and out when the dialog closes', () => {
    const { dialog, close } = openDialog()
    expect(check()).toBe(true)
    expect(host.parentNode).toBe(dialog)
    close()
    expect(check()).toBe(true)
    expect(host.parentNode).toBe(root)
  })

  test('returns when the page removes the dialog with it', () => {
    const { dialog, close } = openDialog()
    check()
    close()
    dialog.remove()
    check()
    expect(host.parentNode).toBe(root)
    expect(host.isConnected).toBe(true)
  })

  test('stays above what draws no children, such as a video in fullscreen, and tells that it is out of reach', () => {
    const { close } = openDialog({ drawsChildren: false })
    expect(check()).toBe(false)
    expect(host.parentNode).toBe(root)
    const times = popovers.shown()
    // Nothing is gained by trying again.
    expect(check()).toBe(false)
    expect(popovers.shown()).toBe(times)
    close()
    expect(check()).toBe(true)
  })

  test('leaves a dialog whose children the page replaces, and does not count that as a removal', async () => {
    const { dialog } = openDialog()
    for (let i = 0; i < 8; i++) {
      check()
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
      check()
      expect(host.parentNode).toBe(dialog)
      close()
      check()
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect(removals).toBe(0)
  })

  test('tells of a page that covers it again and again, and stays for when it stops', async () => {
    let cover: Element = host
    document.elementFromPoint = () => cover
    HTMLElement.prototype.showPopover = () => void (cover = host)
    let raises = 0
    for (let i = 0; i < 30; i++) {
      cover = document.createElement('mark')
      check()
      if (cover === host) raises++
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(raises).toBe(5)
    expect(removals).toBe(1)
    expect(host.isConnected).toBe(true)
  })

  test.each([
    ['draws nothing of it', () => (isDrawn = false), true],
    ['has it painted faded or below something', () => undefined, false],
  ])('raises it once on a page that %s, then tells that it is hidden', async (_, deed, isPainted) => {
    deed()
    const before = popovers.shown()
    check(isPainted)
    await vi.advanceTimersByTimeAsync(500)
    check(isPainted)
    expect(removals).toBe(0)
    await vi.advanceTimersByTimeAsync(400)
    check(isPainted)
    expect(popovers.shown()).toBe(before + 1)
    await vi.advanceTimersByTimeAsync(400)
    check(isPainted)
    check(isPainted)
    expect(popovers.shown()).toBe(before + 1)
    expect(removals).toBe(1)
  })

  test('what appears or is behind another tab for a moment is not hidden by the page', async () => {
    for (let i = 0; i < 5; i++) {
      check(false)
      await vi.advanceTimersByTimeAsync(500)
      check(true)
    }
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    for (let i = 0; i < 20; i++) {
      check(false)
      await vi.advanceTimersByTimeAsync(400)
    }
    hidden.mockReturnValue(false)
    check(false)
    expect(removals).toBe(0)
  })

  test('is raised above what the page shows in the top layer over it, five times a minute', () => {
    const opened = document.createElement('div')
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 90, 90))
    const before = popovers.shown()
    for (let i = 0; i < 9; i++) check(true, opened)
    expect(popovers.shown()).toBe(before + 5)
  })

  test('has its style sheets looked after whenever it was attached', async () => {
    expect(attached).toBe(1)
    const frame = document.implementation.createHTMLDocument()
    frame.body.append(host)
    await vi.advanceTimersByTimeAsync(500)
    expect(host.ownerDocument).toBe(document)
    expect(attached).toBe(2)
  })

  test('is not moved where raising it is enough: the focus stays in it', () => {
    const cover = document.createElement('div')
    root.append(cover)
    document.elementFromPoint = () => cover
    HTMLElement.prototype.showPopover = () => void (document.elementFromPoint = () => host)
    check()
    expect(root.lastElementChild).toBe(cover)
    cover.remove()
  })
})
