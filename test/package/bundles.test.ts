import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bannerFile } from '../../src/shared/banner-file.ts'
import { chartPagesFile } from '../../src/shared/chart-pages-file.ts'
import { langs } from '../../src/shared/languages.ts'
import { shippedFiles, shippedManifest, targets } from './shipped.ts'

/**
 * Upper bounds in KiB, unpacked. The banner is loaded where there is something to show, with the texts of its language
 * alone, the whole at install.
 */
const budgets = { banner: 126, code: 992, textsOfALanguage: 50, whole: 1256 }

/** What every trading page gets, and what pages of chart sites get besides: upper bounds in KiB, compressed. */
const pageBudget = 12
const chartPageBudget = 4

/** The texts of a language: chunks of the pages and the background, and the script that brings them to the banner. */
const textsPath = (lang: string) => new RegExp(`^(assets/${lang}-[\\w-]+|texts/banner-${lang})\\.js$`)
const isText = ({ path }: { readonly path: string }) => langs.some((lang) => textsPath(lang).test(path))

// An SVG literal in the code (the chart library's logo) is not text from outside.
const textToCode =
  /\.(inner|outer)HTML\s*=(?!\s*["'`]<svg)|insertAdjacentHTML|document\.write|\beval\(|new Function\(/

/** The matches of a pattern in a text: keeps failure messages short. */
const found = (text: string, pattern: RegExp) => text.match(pattern)?.[0] ?? null

const kib = (bytes: number) => bytes / 1024

describe.each(targets)('bundles for %s', (target) => {
  const files = shippedFiles(target)
  const scripts = files.filter((file) => file.path.endsWith('.js'))
  const watchPaths = shippedManifest(target).content_scripts.flatMap((script) => script.js)
  const watches = files.filter((file) => watchPaths.includes(file.path))
  const chartPages = files.filter((file) => file.path === chartPagesFile)
  const banners = files.filter((file) => file.path === bannerFile)
  const size = (some: typeof files) => kib(some.reduce((sum, file) => sum + file.bytes, 0))

  test('stay within their budgets', () => {
    expect(size(banners)).toBeLessThan(budgets.banner)
    expect(size(scripts.filter((file) => !isText(file)))).toBeLessThan(budgets.code)
    for (const lang of langs) {
      const texts = size(scripts.filter(({ path }) => textsPath(lang).test(path)))
      expect([lang, texts > 25, texts < budgets.textsOfALanguage]).toEqual([lang, true, true])
    }
    expect(size(files)).toBeLessThan(budgets.whole)
  })

  test('give a page little while there is nothing to show', () => {
    const compressed = (some: typeof files) =>
      kib(some.reduce((sum, { text }) => sum + gzipSync(text).length, 0))
    expect(compressed(watches)).toBeLessThan(pageBudget)
    expect(compressed(chartPages)).toBeLessThan(chartPageBudget)
  })

  test('contain the banner, what watches a page and what reads chart pages, each in one file that loads no other', () => {
    expect([banners.length, watches.length, chartPages.length]).toEqual([1, 1, 1])
    for (const { text } of [...banners, ...watches, ...chartPages])
      expect(found(text, /\bimport\s*[({"'*]|^\s*export\b/m)).toBeNull()
  })

  test('hold the texts of no language in a page: it loads the one that is in use', () => {
    const imported = new RegExp(`(?:from|import)\\s*["']\\./(?:${langs.join('|')})-`)
    const all = scripts.filter((file) => imported.test(file.text) && !isText(file)).map(({ path }) => path)
    // The background alone has them all: a service worker cannot import a file later.
    expect(all).toEqual([expect.stringMatching(/^assets\/main\.ts-/)])
    // Texts of all, of the popup and of the details page.
    const holds = /"(?:headline\.pair|popup\.empty|chart\.noLane)":/
    const holders = scripts.filter((file) => holds.test(file.text) && !isText(file))
    expect(holders.map(({ path }) => path)).toEqual([bannerFile])
  })

  test("read no market data in the banner: that is the background's", () => {
    // A word that occurs in each of these readers and in no page URL.
    for (const { text } of [...banners, ...watches])
      expect(
        found(text, /prevPrice24h|best_bid|trade-id|circuit_break|getboardstate|product_code=/),
      ).toBeNull()
    expect(scripts.some(({ text }) => /prevPrice24h/.test(text))).toBe(true)
  })

  test('name no font in the banner: its page can define one, and with it what is read', () => {
    for (const { text } of banners)
      expect(found(text, /segoe ui|roboto|noto sans|hiragino|meiryo|@font-face/i)).toBeNull()
  })

  test('turn text into neither markup nor code', () => {
    expect(scripts).not.toHaveLength(0)
    for (const { path, text } of scripts) expect(found(text, textToCode), path).toBeNull()
  })

  test('contain nothing needed only for building', () => {
    const leftOver = /sourceMappingURL|process\.env|import\.meta\.hot|vite:preloadError/
    for (const { path, text } of scripts) expect(found(text, leftOver), path).toBeNull()
    const kinds = new Set(files.map((file) => file.path.split('.').at(-1)))
    expect(
      [...kinds].filter((kind) => !['css', 'html', 'js', 'json', 'png', 'txt'].includes(kind ?? '')),
    ).toEqual([])
  })

  test('hold no path of the machine that built them', () => {
    const path = new RegExp(
      `${process.cwd().replaceAll(/\W/g, '\\$&')}|/home/|/Users/|node_modules/|\\.tsx?:\\d`,
    )
    for (const { path: name, text } of files) expect(found(text, path), name).toBeNull()
  })

  test('hold no file without use', () => {
    // What the browser or a store looks for by itself.
    const expected = [/^manifest\.json$/, /^THIRD-PARTY\.txt$/, /^_locales\//]
    // An icon's name is put together from the tier and the size, that of the banner's texts from the language.
    const nameOf = (path: string) =>
      path.startsWith('texts/')
        ? path.replace(/(?<=banner-)[\w-]+\.js$/, '')
        : path
            .split('/')
            .at(-1)!
            .replace(/-(calm|notice|warning|danger|offline)?-?(16|32|128)\.png$/, '-')
    const unused = files.filter(({ path }) => {
      const byName = (other: { readonly path: string; readonly text: string }) =>
        other.path !== path && other.text.includes(path.endsWith('.html') ? path : nameOf(path))
      return !expected.some((pattern) => pattern.test(path)) && !files.some(byName)
    })
    expect(unused.map(({ path }) => path)).toEqual([])
  })

  test('have the same languages in the manifest', () => {
    const messages = files.filter((file) => file.path.startsWith('_locales/'))
    // Browsers name Traditional Chinese by a region.
    const folders = langs.map((lang) => (lang === 'zh-Hant' ? 'zh_TW' : lang))
    expect(messages.map((file) => file.path)).toEqual(
      folders.map((folder) => `_locales/${folder}/messages.json`),
    )
    const [en, ...others] = messages.map((file) => Object.keys(JSON.parse(file.text) as object).sort())
    for (const keys of others) expect(keys).toEqual(en)
  })
})
