import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { bannerTextsFile, bannerTextsGlobal } from '../../src/shared/banner-texts-file.ts'
import { langs } from '../../src/shared/languages.ts'

/** English is built into the banner. */
const brought = langs.filter((lang) => lang !== 'en')
const folder = 'src/shared/texts'

/**
 * Writes a script for each language but English that brings the shared texts to the banner, and has the pages and the
 * background take them from it too: the package holds them once. Comes after the check of whose code is shipped: a file
 * of texts is made of no module.
 */
export function bannerTexts(): Plugin {
  let root = ''
  /** A module in place of the texts, named so that the chunk it becomes has the name of the language. */
  const moduleOf = (lang: string) => join(root, folder, `${lang}.js`)
  return {
    name: 'banner-texts',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => void (root = config.root),
    resolveId: {
      order: 'pre',
      handler(source) {
        const lang = brought.find((each) => source.endsWith(`shared/texts/${each}.json`))
        if (lang) return moduleOf(lang)
        return brought.some((each) => source === `/${bannerTextsFile(each)}`)
          ? { id: source, external: true }
          : null
      },
    },
    load: {
      order: 'pre',
      handler(id) {
        const lang = brought.find((each) => id === moduleOf(each))
        if (!lang) return null
        return `import '/${bannerTextsFile(lang)}'\nexport default globalThis.${bannerTextsGlobal}['${lang}']\n`
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        for (const lang of brought) {
          const texts = JSON.stringify(JSON.parse(readFileSync(join(root, folder, `${lang}.json`), 'utf8')))
          const source = `(globalThis.${bannerTextsGlobal}??={})['${lang}']=${texts}\n`
          this.emitFile({ type: 'asset', fileName: bannerTextsFile(lang), source })
        }
      },
    },
  }
}
