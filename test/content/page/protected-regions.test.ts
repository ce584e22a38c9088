// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { protectedRegions } from '../../../src/content/page/protected-regions.ts'

describe('protectedRegions', () => {
  const setBox = (selector: string, [left, top, width, height]: readonly number[]) => {
    const rect = new DOMRect(left, top, width, height)
    vi.spyOn(document.querySelector(selector)!, 'getBoundingClientRect').mockReturnValue(rect)
  }
  const regions = () =>
    protectedRegions(document).map(({ left, top, width, height }) => [left, top, width, height])
  afterEach(() => document.body.replaceChildren())

  test('finds an order form by its name', () => {
    document.body.innerHTML = '<div id="order-form"><input /></div>'
    setBox('#order-form', [700, 100, 300, 400])
    expect(regions()).toEqual([[700, 100, 300, 400]])
  })

  test('finds an unnamed order form by an input near a buy button', () => {
    document.body.innerHTML =
      '<div class="x1"><label><input /></label><p><button>買う</button></p></div><input class="alone" />'
    setBox('.x1', [700, 100, 300, 400])
    expect(regions()).toEqual([[700, 100, 300, 400]])
  })

  test('ignores single inputs and regions as large as the page', () => {
    document.body.innerHTML = '<main class="orderform"><input /><button>Search</button></main>'
    setBox('main', [0, 0, innerWidth, innerHeight])
    expect(regions()).toEqual([])
  })

  test('finds the navigation at the top, not a header further down', () => {
    document.body.innerHTML = '<header class="top"></header><header class="panel"></header>'
    setBox('.top', [0, 0, innerWidth, 56])
    setBox('.panel', [0, 300, innerWidth, 40])
    expect(regions()).toEqual([[0, 0, innerWidth, 56]])
  })
})
