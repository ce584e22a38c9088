import type { Browser } from 'puppeteer-core'
import { escaped, imageOf, takeHtml } from '../browsers/take-html.ts'

const styles = `
  * { box-sizing: border-box; margin: 0 }
  body { width: 100vw; height: 100vh; overflow: hidden; color: #f4f4f5; background: #17181c;
         font-family: 'Noto Sans CJK JP', 'Noto Sans', system-ui, sans-serif }
  :lang(ko) { font-family: 'Noto Sans CJK KR', system-ui, sans-serif; word-break: keep-all }
  :lang(zh-Hant) { font-family: 'Noto Sans CJK TC', system-ui, sans-serif }
  h1 { height: 88px; padding: 0 40px; display: flex; align-items: center; gap: 18px; font-size: 30px; font-weight: 600 }
  h1 img { width: 44px; height: 44px }
  .shot { position: relative; height: 712px }
  .shot > img { width: 1280px; height: 712px; object-fit: cover; object-position: top left; display: block }
  .over { position: absolute; right: 48px; top: 0; bottom: 0; display: flex; align-items: center }
  .over img { display: block; max-height: 688px; border-radius: 10px; box-shadow: 0 12px 48px #000a }
  .behind > img { filter: brightness(.45) blur(1px) }
  .tile { height: 100%; padding: 34px; display: flex; flex-direction: column; gap: 18px; justify-content: center }
  .tile b { display: flex; align-items: center; gap: 14px; font-size: 34px }
  .tile b img { width: 56px; height: 56px }
  .tile p { font-size: 19px; line-height: 1.45 }`

/** A picture below its caption. */
export interface Composition {
  readonly language: string
  readonly caption: string
  /** PNGs in base64: Keiho's icon, the picture, and what stands in front of it. */
  readonly icon: string
  readonly picture: string
  readonly over?: string
}

/** HTML of a picture of 1280 × 800. */
function pictureHtml({ language, caption, icon, picture, over }: Composition): string {
  const front = over === undefined ? '' : `<div class="over">${imageOf(over)}</div>`
  return `<html lang="${language}"><style>${styles}</style><h1>${imageOf(icon)}${escaped(caption)}</h1>
    <div class="shot${front && ' behind'}">${imageOf(picture)}${front}</div></html>`
}

/** HTML of the tile of 440 × 280. */
function tileHtml(language: string, icon: string, name: string, summary: string): string {
  return `<html lang="${language}"><style>${styles}</style>
    <div class="tile"><b>${imageOf(icon)}${escaped(name)}</b><p>${escaped(summary)}</p></div></html>`
}

/** Writes a picture as the stores want it. */
export const takePicture = (browser: Browser, composition: Composition, path: string) =>
  takeHtml(browser, pictureHtml(composition), { width: 1280, height: 800 }, path)

/** Writes the promo tile. */
export const takeTile = (browser: Browser, parts: Parameters<typeof tileHtml>, path: string) =>
  takeHtml(browser, tileHtml(...parts), { width: 440, height: 280 }, path)
