// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { protectedElements, protectedRegions } from '../../../src/content/page/protected-regions.ts'

describe('protectedRegions', () => {
  const boxes = new Map<Element, DOMRect>()
  const setBox = (selector: string, [left, top, width, height]: readonly number[]) =>
    boxes.set(document.querySelector(selector)!, new DOMRect(left, top, width, height))
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return boxes.get(this) ?? new DOMRect()
    })
  })
  const regions = () =>
    protectedRegions(protectedElements(document)).map(({ left, top, width, height }) => [
      left,
      top,
      width,
      height,
    ])
  afterEach(() => {
    vi.restoreAllMocks()
    document.body.replaceChildren()
  })

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

  test('finds an order form whose inputs are named like what is asked of it', () => {
    const names = ['parentElement', 'getBoundingClientRect', 'closest', 'matches', 'children']
    document.body.innerHTML = '<form class="x1"><button>Buy</button></form>'
    const form = document.querySelector('form')!
    // As browsers have it, in the world of content scripts too; the document of this test has not.
    for (const name of names) {
      const input = Object.assign(document.createElement('input'), { name })
      const label = document.createElement('label')
      label.append(input)
      form.append(label)
      Object.defineProperty(form, name, { value: input })
    }
    setBox('.x1', [700, 100, 300, 400])
    expect(regions()).toEqual([[700, 100, 300, 400]])
  })

  test('asks a number of elements that does not grow with the page', () => {
    const asked = vi.spyOn(Element.prototype, 'getBoundingClientRect')
    const searched = vi.spyOn(Element.prototype, 'querySelectorAll')
    for (let i = 0; i < 1_050; i++)
      document.body.append(Object.assign(document.createElement('i'), { className: 'orderform' }))
    regions()
    expect(asked).toHaveBeenCalledTimes(1_000)
    // Not each of its elements again.
    expect(searched).not.toHaveBeenCalled()
  })
})
