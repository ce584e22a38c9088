import type { Lang } from './languages.ts'

/**
 * The banner's script that brings the texts of a language, as the build writes it. A script of its own, because a
 * content script can load no file: those of one language are injected before the banner. English needs none.
 */
export const bannerTextsFile = (lang: Lang): string => `texts/banner-${lang}.js`

/** What such a script sets, in the globals of our content scripts: pages do not see them. */
export const bannerTextsGlobal = 'bannerTexts'
