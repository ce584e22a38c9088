import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { bannerTextsFile, bannerTextsGlobal } from '../../src/shared/banner-texts-file.ts'
import { langs } from '../../src/shared/languages.ts'

/**
 * Writes a script for each language but English, which the banner has built in: it sets the banner's texts. Comes after
 * the check of whose code is shipped: a file of texts is made of no module.
 */
export function bannerTexts(): Plugin {
  return {
    name: 'banner-texts',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler() {
        for (const lang of langs.filter((each) => each !== 'en')) {
          const texts = JSON.parse(readFileSync(`src/shared/texts/${lang}.json`, 'utf8')) as object
          const source = `globalThis.${bannerTextsGlobal}=${JSON.stringify({ lang, texts })}\n`
          this.emitFile({ type: 'asset', fileName: bannerTextsFile(lang), source })
        }
      },
    },
  }
}
