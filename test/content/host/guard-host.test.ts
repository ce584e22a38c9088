// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { guardHost, mayRestore } from '../../../src/content/host/guard-host.ts'

describe('guardHost', () => {
  test('allows five restores per minute', () => {
    const five = [0, 1, 2, 3, 4]
    expect(mayRestore(five.slice(1), 5)).toBe(true)
    expect(mayRestore(five, 59_999)).toBe(false)
    expect(mayRestore(five, 60_000)).toBe(true)
  })

  const middle = { x: 5, y: 5 }
  let life: AbortController
  let host: HTMLElement
  let removals = 0
  let guard: ReturnType<typeof guardHost>
  beforeEach(() => {
    vi.useFakeTimers()
    life = new AbortController()
    host = document.createElement('market-note')
    document.documentElement.append(host)
    removals = 0
    guard = guardHost(host, life.signal, () => removals++)
  })
  afterEach(() => {
    life.abort()
    host.remove()
    document.elementFromPoint = () => null
    vi.useRealTimers()
  })

  /** Repeats an act of the page eight times; returns how often the element was restored within half a second. */
  async function countRestores(act: () => void): Promise<number> {
    let restores = 0
    for (let i = 0; i < 8; i++) {
      act()
      await vi.advanceTimersByTimeAsync(500)
      if (host.parentNode === document.documentElement && !host.inert) restores++
    }
    return restores
  }

  test.each([
    ['removes it', () => host.remove()],
    ['moves it elsewhere', () => document.body.append(host)],
    ['makes it inert', () => (host.inert = true)],
  ])('restores the element five times if the page %s, then reports its removal once', async (_, act) => {
    expect(await countRestores(act)).toBe(5)
    expect(removals).toBe(1)
    expect(host.parentNode).not.toBe(document.documentElement)
  })

  test('a page that removes the element immediately does not use up all restores at once', async () => {
    const fight = new MutationObserver(() => host.isConnected && host.remove())
    fight.observe(document.documentElement, { childList: true })
    host.remove()
    await vi.advanceTimersByTimeAsync(500)
    expect(removals).toBe(0)
    fight.disconnect()
    await vi.advanceTimersByTimeAsync(1000)
  })

  test('moves the element to the front if the page covers it, except by its top layer', async () => {
    const cover = document.createElement('div')
    document.documentElement.append(cover)
    document.elementFromPoint = () => cover
    guard.checkCovered(middle)
    await vi.advanceTimersByTimeAsync(500)
    expect(document.documentElement.lastElementChild).toBe(host)
    // Still covered although last: the top layer, e.g. a dialog of the page. It is left alone.
    for (let i = 0; i < 8; i++) {
      guard.checkCovered(middle)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(removals).toBe(0)
    cover.remove()
  })

  test('gives up on a page that covers it again and again', async () => {
    document.elementFromPoint = () => document.documentElement.lastElementChild
    for (let i = 0; i < 8; i++) {
      document.documentElement.append(document.createElement('mark'))
      guard.checkCovered(middle)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(removals).toBe(1)
    document.documentElement.querySelectorAll(':scope > mark').forEach((mark) => mark.remove())
  })
})
