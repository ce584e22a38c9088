import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../../../manifest.json' with { type: 'json' }
import { sites } from '../../../src/exchanges/registry.ts'
import { limits } from '../../../tools/store/limits.ts'
import { renderPage } from '../../../tools/store/render-page.ts'
import { langs } from '../../../src/shared/languages.ts'
import { parseStorePage, readStorePage } from '../../../tools/store/store-page.ts'

/** As the stores count: by UTF-16 unit, which is never less than by character. */
const length = (text: string) => text.length

/** Folder of a language in `_locales`: Chrome's name of it. */
const localeOf = { en: 'en', ja: 'ja', ko: 'ko', 'zh-Hant': 'zh_TW' } as const

const isWord = (text: string) => new RegExp(`(^|[^\\w.-])${text.replaceAll('.', '\\.')}($|[^\\w.-])`)

describe.each(langs)('the store page %s', (language) => {
  const page = readStorePage(language)
  const { parts, permissions, terms, captions } = page

  test('fits into the forms of the three stores', () => {
    expect(length(parts.Name)).toBeLessThanOrEqual(limits.name)
    expect(length(parts.Summary)).toBeLessThanOrEqual(limits.summary)
    expect(length(parts['Single purpose'])).toBeLessThanOrEqual(limits.purpose)
    expect(length(parts.Description)).toBeGreaterThanOrEqual(limits.description.least)
    expect(length(parts.Description)).toBeLessThanOrEqual(limits.description.most)
    for (const [name, why] of permissions) {
      expect(length(why), name).toBeLessThanOrEqual(limits.justification)
      expect(length(why), name).toBeGreaterThan(20)
    }
    expect(terms.length).toBeLessThanOrEqual(limits.terms.most)
    for (const term of terms) expect(length(term)).toBeLessThanOrEqual(limits.terms.characters)
    expect(terms.join(' ').split(/\s+/).length).toBeLessThanOrEqual(limits.terms.words)
  })

  test("gives a reason for exactly the manifest's permissions", () => {
    const wanted = [...manifest.permissions, 'host permissions', 'content script']
    expect([...permissions.keys()].sort()).toEqual(wanted.sort())
  })

  test('names each host that is on at install, and the exchange of every other', () => {
    const why = permissions.get('host permissions') ?? ''
    for (const pattern of manifest.host_permissions)
      expect(why).toContain(new URL(pattern.replace('*', '')).host)
    for (const { name } of sites) if (name !== 'GMO Coin') expect(parts.Description).toMatch(isWord(name))
  })

  test('tells in its privacy policy every host that the extension may connect to, and no other', () => {
    const { extension_pages: policy } = manifest.content_security_policy
    const allowed = /connect-src ([^;]+)/.exec(policy)?.[1]?.split(' ') ?? []
    const rendered = renderPage(page).split('\n')
    const told = rendered
      .filter((line) => /^- [^:]+: [\w.-]+\.\w+(:\d+)?(, |$)/.test(line))
      .flatMap((line) => line.replace(/^- [^:]+: /, '').split(', '))
    expect([...new Set(told)].sort()).toEqual([...new Set(allowed.map((url) => new URL(url).host))].sort())
  })

  test('has the name and the summary that the package itself has in this language', () => {
    let messages: Record<'name' | 'description', { readonly message: string }>
    try {
      messages = JSON.parse(
        readFileSync(`public/_locales/${localeOf[language]}/messages.json`, 'utf8'),
      ) as typeof messages
    } catch {
      // The package is not translated into it: the store shows the English ones.
      return
    }
    expect([parts.Name, parts.Summary]).toEqual([messages.name.message, messages.description.message])
  })

  test('has a caption for each of five pictures, promises nothing and advises nothing', () => {
    expect(captions).toHaveLength(5)
    const text = renderPage(page)
    expect(text).not.toMatch(/\b(guarantee|profit|best|never miss|100 ?%|risk-free|hot|moon)\b/i)
    expect(text).toMatch(/not investment advice|投資助言ではありません|투자 조언이 아닙니다|不是投資建議/)
  })
})

test('a page with a missing or unknown part is refused', () => {
  const text = readFileSync('store/en.md', 'utf8')
  expect(() => parseStorePage('en', text.replace('# Data use\n', ''))).toThrow('store/en.md has the parts')
  expect(() => parseStorePage('en', `${text}\n# More\n`)).toThrow('More')
})

test('PRIVACY.md names the permissions of the manifest, and no other', () => {
  const table = readFileSync('PRIVACY.md', 'utf8').split('**Permissions**')[1] ?? ''
  const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...manifest.permissions].sort())
})
