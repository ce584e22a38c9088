import type { Lang } from './languages.ts'

/**
 * The script that brings the shared texts of a language, as the build writes it. A script of its own, because a content
 * script can load no file: those of one language are injected before the banner. English needs none. The built pages
 * and the background take the texts from it too.
 */
export const bannerTextsFile = (lang: Lang): string => `texts/banner-${lang}.js`

/** Where such a script puts them by language, in the globals of its context: pages of exchanges do not see them. */
export const bannerTextsGlobal = 'bannerTexts'
