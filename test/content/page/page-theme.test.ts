// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createPageTheme, luminanceOf } from '../../../src/content/page/page-theme.ts'

describe('createPageTheme', () => {
  afterEach(() => document.body.removeAttribute('style'))

  test.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 0)', null],
    ['oklch(0.2 0 0)', null],
  ])('luminance of %s is %s', (colour, luminance) => {
    expect(luminanceOf(colour)).toBe(luminance)
  })

  test('follows the background of the page', () => {
    const themeOfPage = createPageTheme(document)
    document.body.style.backgroundColor = 'rgb(24, 26, 32)'
    expect(themeOfPage()).toBe('dark')
    document.body.style.backgroundColor = 'rgb(250, 250, 250)'
    expect(themeOfPage()).toBe('light')
  })

  test('finds what lies in the middle once in a while, and asks it for its background each time', () => {
    const [first, second] = ['rgb(0, 0, 0)', 'rgb(0, 0, 0)'].map((backgroundColor) => {
      const element = document.body.appendChild(document.createElement('main'))
      Object.assign(element.style, { backgroundColor })
      return element
    })
    const found = vi.fn(() => first!)
    Object.assign(document, { elementFromPoint: found })
    let now = 0
    const themeOfPage = createPageTheme(document, () => now)
    expect(themeOfPage()).toBe('dark')
    first!.style.backgroundColor = 'rgb(255, 255, 255)'
    expect(themeOfPage()).toBe('light')
    expect(found).toHaveBeenCalledTimes(1)
    found.mockReturnValue(second!)
    now += 10_000
    expect(themeOfPage()).toBe('dark')
    found.mockReturnValue(first!)
    second!.remove()
    expect(themeOfPage()).toBe('light')
    expect(found).toHaveBeenCalledTimes(3)
  })
})
