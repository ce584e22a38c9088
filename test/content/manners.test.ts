// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { announcementOf } from '../../src/content/view/announcement.ts'
import { followAddress } from '../../src/content/page/follow-address.ts'
import { opensAutomatically, tierKey } from '../../src/content/view/auto-open.ts'
import { luminanceOf, pageTheme } from '../../src/content/page/page-theme.ts'
import { mayRestore, guardHost } from '../../src/content/host/guard-host.ts'
import { protectedRegions } from '../../src/content/page/protected-regions.ts'
import { wordsFor } from '../../src/ui/words/words.ts'
import { dump, episode, incident, marketFall, marketNow } from '../../tools/examples/made-up.ts'

const words = wordsFor('en')

describe('opening by itself', () => {
  test('is for Warning and Danger of the pair in view, once per tier', () => {
    expect(opensAutomatically(episode(), [])).toBe(true)
    expect(opensAutomatically(incident(), [])).toBe(true)
    expect(opensAutomatically(dump(), [])).toBe(false)
    expect(opensAutomatically(marketFall(), [])).toBe(false)
    expect(opensAutomatically(episode(), [tierKey(episode())])).toBe(false)
    expect(opensAutomatically(episode({ tier: 'danger' }), [tierKey(episode())])).toBe(true)
  })
})

describe('what is read out', () => {
  const scene = (about: ReturnType<typeof episode>) =>
    ({ kind: 'episode', episode: about, marketNow, dataAge: 0, official: null, converted: null }) as const

  test('Danger on the pair in view is an alert, everything else a status', () => {
    expect(announcementOf(scene(incident()), words, 'Binance')?.urgency).toBe('alert')
    expect(announcementOf(scene(episode()), words, 'Binance')?.urgency).toBe('status')
    expect(announcementOf(scene(marketFall({ tier: 'danger' })), words, 'Binance')?.urgency).toBe('status')
    expect(announcementOf({ kind: 'none' }, words, 'Binance')).toBeNull()
  })

  test('the same tier is the same announcement, however the figures move', () => {
    const key = (about: ReturnType<typeof episode>) => announcementOf(scene(about), words, 'Binance')?.key
    expect(key(episode({ lastPrice: 9, phase: 'falling' }))).toBe(key(episode()))
    expect(key(episode({ tier: 'danger' }))).not.toBe(key(episode()))
  })

  test('a silence is told once, however long it grows', () => {
    const stale = (silence: number) =>
      announcementOf(
        { kind: 'stale', episode: episode(), marketNow, silence, official: null },
        words,
        'Binance',
      )
    expect(stale(48_000)).toEqual({
      key: expect.any(String) as string,
      urgency: 'status',
      text: 'NAV/BTC, Binance. No data for 48 s: this market cannot be judged.',
    })
    expect(stale(49_000)?.key).toBe(stale(48_000)?.key)
  })
})

describe('restoring', () => {
  test('is allowed five times in any minute', () => {
    const five = [0, 1, 2, 3, 4]
    expect(mayRestore(five.slice(1), 5)).toBe(true)
    expect(mayRestore(five, 59_999)).toBe(false)
    expect(mayRestore(five, 60_000)).toBe(true)
  })

  const middle = { x: 5, y: 5 }
  let life: AbortController
  let host: HTMLElement
  let yields = 0
  let restoring: ReturnType<typeof guardHost>
  beforeEach(() => {
    vi.useFakeTimers()
    life = new AbortController()
    host = document.createElement('market-note')
    document.documentElement.append(host)
    yields = 0
    restoring = guardHost(host, life.signal, () => yields++)
  })
  afterEach(() => {
    life.abort()
    host.remove()
    document.elementFromPoint = () => null
    vi.useRealTimers()
  })

  /** Lets the page do its worst again and again; returns how often the element was back within a second. */
  async function withstand(worst: () => void): Promise<number> {
    let returns = 0
    for (let i = 0; i < 8; i++) {
      worst()
      await vi.advanceTimersByTimeAsync(500)
      if (host.parentNode === document.documentElement && !host.inert) returns++
    }
    return returns
  }

  test.each([
    ['takes it out', () => host.remove()],
    ['moves it into a part of its own', () => document.body.append(host)],
    ['makes it inert', () => (host.inert = true)],
  ])('puts the element back where the page %s, five times, and then says so once', async (_, worst) => {
    expect(await withstand(worst)).toBe(5)
    expect(yields).toBe(1)
    expect(host.parentNode).not.toBe(document.documentElement)
  })

  test('does not spend all its turns on a page that takes out in the same moment', async () => {
    const fight = new MutationObserver(() => host.isConnected && host.remove())
    fight.observe(document.documentElement, { childList: true })
    host.remove()
    await vi.advanceTimersByTimeAsync(500)
    expect(yields).toBe(0)
    fight.disconnect()
    await vi.advanceTimersByTimeAsync(1000)
  })

  test('comes last again where the page covers it', async () => {
    const cover = document.createElement('div')
    document.documentElement.append(cover)
    document.elementFromPoint = () => cover
    restoring.checkCovered(middle)
    await vi.advanceTimersByTimeAsync(500)
    expect(document.documentElement.lastElementChild).toBe(host)
    // Still above: the top layer, a dialog of the page's own. It is left alone.
    for (let i = 0; i < 8; i++) {
      restoring.checkCovered(middle)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(yields).toBe(0)
    cover.remove()
  })

  test('gives way to a page that covers it again and again', async () => {
    document.elementFromPoint = () => document.documentElement.lastElementChild
    for (let i = 0; i < 8; i++) {
      document.documentElement.append(document.createElement('mark'))
      restoring.checkCovered(middle)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(yields).toBe(1)
    document.documentElement.querySelectorAll(':scope > mark').forEach((mark) => mark.remove())
  })
})

describe('the page’s theme', () => {
  afterEach(() => document.body.removeAttribute('style'))

  test.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 0)', null],
    ['oklch(0.2 0 0)', null],
  ])('luminance of %s is %s', (colour, luminance) => {
    expect(luminanceOf(colour)).toBe(luminance)
  })

  test('is dark on a dark page and light on a light one', () => {
    document.body.style.backgroundColor = 'rgb(24, 26, 32)'
    expect(pageTheme(document)).toBe('dark')
    document.body.style.backgroundColor = 'rgb(250, 250, 250)'
    expect(pageTheme(document)).toBe('light')
  })
})

describe('regions never covered', () => {
  const place = (selector: string, [left, top, width, height]: readonly number[]) => {
    const rect = new DOMRect(left, top, width, height)
    vi.spyOn(document.querySelector(selector)!, 'getBoundingClientRect').mockReturnValue(rect)
  }
  const found = () =>
    protectedRegions(document).map(({ left, top, width, height }) => [left, top, width, height])
  afterEach(() => document.body.replaceChildren())

  test('an order form by its name', () => {
    document.body.innerHTML = '<div id="order-form"><input /></div>'
    place('#order-form', [700, 100, 300, 400])
    expect(found()).toEqual([[700, 100, 300, 400]])
  })

  test('an order form without a name, by an input beside a buy button', () => {
    document.body.innerHTML =
      '<div class="x1"><label><input /></label><p><button>買う</button></p></div><input class="alone" />'
    place('.x1', [700, 100, 300, 400])
    expect(found()).toEqual([[700, 100, 300, 400]])
  })

  test('no region where an input stands alone, or where one would be the whole page', () => {
    document.body.innerHTML = '<main class="orderform"><input /><button>Search</button></main>'
    place('main', [0, 0, innerWidth, innerHeight])
    expect(found()).toEqual([])
  })

  test('the navigation at the top, and not a header further down', () => {
    document.body.innerHTML = '<header class="top"></header><header class="panel"></header>'
    place('.top', [0, 0, innerWidth, 56])
    place('.panel', [0, 300, innerWidth, 40])
    expect(found()).toEqual([[0, 0, innerWidth, 56]])
  })
})

describe('following the address', () => {
  let life: AbortController
  beforeEach(() => {
    vi.useFakeTimers()
    life = new AbortController()
    history.replaceState(null, '', '/en/trade/NAV_BTC')
  })
  afterEach(() => {
    life.abort()
    vi.useRealTimers()
  })

  test('tells the first address, and a silent pushState within a second', () => {
    const heard = vi.fn()
    followAddress(heard, life.signal)
    expect(heard).toHaveBeenCalledTimes(1)
    history.pushState(null, '', '/en/trade/SYS_BTC')
    vi.advanceTimersByTime(1_000)
    expect(heard).toHaveBeenCalledTimes(2)
    expect(heard.mock.lastCall?.[0]).toMatch(/SYS_BTC$/)
  })

  test('tells a reported navigation at once, and nothing twice', () => {
    const heard = vi.fn()
    followAddress(heard, life.signal)
    history.pushState(null, '', '/en/trade/SYS_BTC')
    dispatchEvent(new Event('popstate'))
    expect(heard).toHaveBeenCalledTimes(2)
    dispatchEvent(new Event('popstate'))
    vi.advanceTimersByTime(5_000)
    expect(heard).toHaveBeenCalledTimes(2)
  })

  test('stops with the page', () => {
    const heard = vi.fn()
    followAddress(heard, life.signal)
    life.abort()
    history.pushState(null, '', '/en/trade/SYS_BTC')
    vi.advanceTimersByTime(5_000)
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
