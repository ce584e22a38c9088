// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { applyLook } from '../../src/ui/apply-appearance.ts'
import { lookOf } from '../../src/ui/appearance.ts'

describe('the look', () => {
  test('follows the browser where nothing is chosen', () => {
    expect(lookOf(defaultSettings, 'ja')).toEqual({
      lang: 'ja',
      theme: 'system',
      direction: 'japan',
      currency: 'JPY',
    })
    expect(lookOf(defaultSettings, 'en')).toMatchObject({ direction: 'western', currency: 'USD' })
  })

  test('colours and currency follow the language that was chosen, not the browser’s', () => {
    expect(lookOf({ ...defaultSettings, language: 'ja' }, 'en')).toMatchObject({
      lang: 'ja',
      direction: 'japan',
      currency: 'JPY',
    })
  })

  test('what was chosen stands', () => {
    const chosen = { ...defaultSettings, direction: 'western', currency: 'USD', theme: 'dark' } as const
    expect(lookOf(chosen, 'ja')).toEqual({
      lang: 'ja',
      theme: 'dark',
      direction: 'western',
      currency: 'USD',
    })
  })

  test('is put on the root; the system’s theme leaves no mark', () => {
    const root = document.documentElement
    applyLook({ lang: 'ja', theme: 'dark', direction: 'japan', currency: 'JPY' }, root)
    expect([root.lang, root.dataset['theme'], root.dataset['market']]).toEqual(['ja', 'dark', 'japan'])
    applyLook({ lang: 'en', theme: 'system', direction: 'western', currency: 'USD' }, root)
    expect([root.lang, root.dataset['theme'], root.dataset['market']]).toEqual(['en', undefined, 'western'])
  })
})
