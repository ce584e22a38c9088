// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type { Lang } from '../../../src/shared/languages.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { applyAppearance } from '../../../src/ui/page/apply-appearance.ts'
import { appearanceOf } from '../../../src/ui/page/appearance.ts'

describe('appearance', () => {
  test('follows the browser where nothing is set', () => {
    expect(appearanceOf(defaultSettings, 'ja')).toEqual({
      lang: 'ja',
      theme: 'system',
      direction: 'japan',
      currency: 'JPY',
    })
    expect(appearanceOf(defaultSettings, 'en')).toMatchObject({ direction: 'western', currency: 'USD' })
  })

  test('derives colours and currency from the chosen language, not the browser’s', () => {
    expect(appearanceOf({ ...defaultSettings, language: 'ja' }, 'en')).toMatchObject({
      lang: 'ja',
      direction: 'japan',
      currency: 'JPY',
    })
  })

  test('has rises red in Korean, as Upbit and Bithumb have them, and green in Chinese', () => {
    const of = (lang: Lang) => appearanceOf(defaultSettings, lang)
    expect([of('ko').direction, of('zh-Hant').direction]).toEqual(['japan', 'western'])
    expect(of('ko').currency).toBe('USD')
  })

  test('keeps explicit settings', () => {
    const chosen = { ...defaultSettings, direction: 'western', currency: 'USD', theme: 'dark' } as const
    expect(appearanceOf(chosen, 'ja')).toEqual({
      lang: 'ja',
      theme: 'dark',
      direction: 'western',
      currency: 'USD',
    })
  })

  test('is applied to the root; the system theme sets no attribute', () => {
    const root = document.documentElement
    applyAppearance({ lang: 'ja', theme: 'dark', direction: 'japan', currency: 'JPY' }, root)
    expect([root.lang, root.dataset['theme'], root.dataset['market']]).toEqual(['ja', 'dark', 'japan'])
    applyAppearance({ lang: 'en', theme: 'system', direction: 'western', currency: 'USD' }, root)
    expect([root.lang, root.dataset['theme'], root.dataset['market']]).toEqual(['en', undefined, 'western'])
  })
})
