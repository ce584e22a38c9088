// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { episodes, hidden, mutes, officials } from '../../../src/shared/storage/items.ts'
import { dump, episode, incident, marketNow, wallNow } from '../../../tools/examples/made-up.ts'
import { announcement, official } from '../../../tools/examples/made-up-official.ts'
import { stub } from '../../shared/browser-stub.ts'
import { advance, commands, openPage, setUp, tearDown } from '../open-page.ts'
import { trusted } from '../trusted.ts'

const trading = 'https://www.binance.com/en/trade/NAV_BTC'

/** Order forms over the whole window, as far as one is heeded; where they stand is what a browser would say, as are the banner's sizes. */
function coverPage(): HTMLElement {
  const page = document.createElement('main')
  page.innerHTML = '<p class="order-form"></p><p class="order-form"></p><p class="order-form"></p>'
  document.body.append(page)
  const third = innerWidth / 3
  const { getBoundingClientRect } = Element.prototype
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const i = [...page.children].indexOf(this)
    return i < 0 ? getBoundingClientRect.call(this) : new DOMRect(i * third, 0, third, innerHeight)
  })
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(380)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(150)
  return page
}

describe('the banner', () => {
  beforeEach(setUp)
  afterEach(tearDown)

  test('a Notice is a chip until the trader opens it', async () => {
    await episodes.set([dump({ base: 'NAV' })])
    const page = await openPage(trading)
    expect(page.text()).toBe('Notice\u22127.4%Building')
    await page.click('.chip-open')
    expect(page.text()).toContain('Not yet confirmed'.toLowerCase())
  })

  test('a collapsed card stays collapsed until the tier rises', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    await page.click('.collapse')
    expect(page.find('.chip')).not.toBeNull()
    await episodes.set([episode({ updatedAt: marketNow + 1, lastPrice: 0.000015 })])
    await advance(2_000)
    expect(page.find('.card')).toBeNull()
    await episodes.set([episode({ updatedAt: marketNow + 2, tier: 'danger' })])
    await advance(0)
    expect(page.find('.card')).not.toBeNull()
  })

  test('Escape collapses the card, and the page does not see the key', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    const onKeyDown = vi.fn()
    document.addEventListener('keydown', onKeyDown)
    page
      .find('.collapse')
      ?.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })))
    expect(page.find('.chip')).not.toBeNull()
    expect(onKeyDown).not.toHaveBeenCalled()
    document.removeEventListener('keydown', onKeyDown)
  })

  test('is not redrawn while a pointer is pressed on it', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    const later = episode({ updatedAt: marketNow + 1, lastPrice: 0.0000161 })
    page.find('.collapse')?.dispatchEvent(trusted(new PointerEvent('pointerdown', { bubbles: true })))
    await episodes.set([later])
    await advance(2_000)
    expect(page.text()).toContain('+15.6%')
    dispatchEvent(new PointerEvent('pointerup'))
    await advance(1_000)
    expect(page.text()).toContain('+25.1%')
  })

  test('is redrawn again where the page keeps the end of a press to itself', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    page.find('.collapse')?.dispatchEvent(trusted(new PointerEvent('pointerdown', { bubbles: true })))
    await episodes.set([episode({ updatedAt: marketNow + 1, lastPrice: 0.0000161 })])
    await advance(4_000)
    expect(page.text()).toContain('+25.1%')
  })

  test('a card that opened on an earlier page load does not open again', async () => {
    await episodes.set([episode()])
    const first = await openPage(trading)
    expect(first.find('.card')).not.toBeNull()
    first.life.abort()
    vi.restoreAllMocks()
    const second = await openPage(trading)
    expect(second.find('.chip')).not.toBeNull()
  })

  test('a card without room while the page is loading opens as soon as there is some', async () => {
    const form = coverPage()
    await episodes.set([incident({ base: 'NAV' })])
    const page = await openPage(trading)
    await advance(3_000)
    expect(page.find('.card')).toBeNull()
    form.remove()
    await advance(2_000)
    expect(page.find('.card')).not.toBeNull()
  })

  test('a card without room for long stays a chip, which keeps the focus meanwhile', async () => {
    const form = coverPage()
    await episodes.set([incident({ base: 'NAV' })])
    const page = await openPage(trading)
    page.find('.chip-open')?.focus()
    await advance(3_000)
    expect(page.focused()?.className).toBe('chip-open')
    await advance(10_000)
    form.remove()
    await advance(20_000)
    expect(page.find('.card')).toBeNull()
  })

  describe('hides an episode at once', () => {
    const { id, changedAt } = episode()
    const hide = async () => {
      await episodes.set([episode()])
      const page = await openPage(trading)
      await page.click('.card-actions .btn + .btn')
      const entry = { episode: id, changedAt, officialAt: 0 }
      expect(commands()).toEqual([{ kind: 'hide', ...entry }])
      expect(page.text()).toBe('')
      await hidden.set([entry])
      await episodes.set([episode({ updatedAt: marketNow + 1 })])
      await advance(0)
      expect(page.text()).toBe('')
      return page
    }

    test('and a change of phase brings it back as a chip, a higher tier as a card', async () => {
      const page = await hide()
      await episodes.set([episode({ changedAt: changedAt + 1, phase: 'falling' })])
      await advance(2_000)
      expect(page.text()).toContain('Falling')
      expect([page.find('.chip'), page.find('.card')]).toEqual([expect.anything(), null])
      await episodes.set([episode({ changedAt: changedAt + 2, phase: 'falling', tier: 'danger' })])
      await advance(2_000)
      expect(page.find('.card')).not.toBeNull()
    })

    test('and a new official word brings it back as a card, once', async () => {
      const page = await hide()
      const seenAt = marketNow - 1_000
      await officials.set([official({ statements: [announcement({ begin: seenAt, seenAt })] })])
      await advance(2_000)
      expect(page.find('.card')).not.toBeNull()
      await page.click('.collapse')
      await advance(2_000)
      expect([page.find('.chip'), page.find('.card')]).toEqual([expect.anything(), null])
    })

    test('and an official word known before brings nothing back', async () => {
      await officials.set([official({ statements: [announcement()] })])
      await episodes.set([episode()])
      const page = await openPage(trading)
      await page.click('.card-actions .btn + .btn')
      const [{ kind: _, ...entry }] = commands() as [{ kind: string; episode: string; changedAt: number }]
      await hidden.set([entry])
      await officials.set([official({ statements: [announcement()], recentChanges: [] })])
      await advance(2_000)
      expect(page.find('.card')).toBeNull()
    })
  })

  test('shows the card in full and hides it again by the keys of the trader', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    const press = async () => {
      stub.ports.at(-1)?.onMessage.fire({ kind: 'toggle-card' })
      await advance(0)
    }
    await press()
    expect(page.find('.chip')).not.toBeNull()
    await press()
    expect(page.find('.card:not(.brief)')).not.toBeNull()
  })

  test('mutes the pair at once, and shows it again when it is unmuted', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    await page.click('.menu-anchor .btn')
    await page.click('[role=menuitem]')
    const mute = { pair: 'binance:NAV/BTC', until: wallNow + 15 * 60_000 }
    expect(commands()).toEqual([{ kind: 'mute', ...mute }])
    expect(page.text()).toBe('')
    await mutes.set([mute])
    await mutes.set([])
    await advance(0)
    expect(page.text()).toContain('NAV/BTC')
  })

  test('announces Danger as an alert in a live region that existed before', async () => {
    await episodes.set([incident({ base: 'NAV' })])
    const page = await openPage(trading)
    expect(page.announced('alert')).toBe('')
    await advance(200)
    expect(page.announced('alert')).toMatch(/^Danger, NAV\/BTC, Binance\./)
    expect(page.announced('status')).toBe('')
  })

  test('takes no focus', async () => {
    const before = document.activeElement
    await episodes.set([incident({ base: 'NAV' })])
    await openPage(trading)
    await advance(1_000)
    expect(document.activeElement).toBe(before)
  })
})
