// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest'
import { luminanceOf, pageTheme } from '../../../src/content/page/page-theme.ts'

describe('pageTheme', () => {
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
    document.body.style.backgroundColor = 'rgb(24, 26, 32)'
    expect(pageTheme(document)).toBe('dark')
    document.body.style.backgroundColor = 'rgb(250, 250, 250)'
    expect(pageTheme(document)).toBe('light')
  })
})
