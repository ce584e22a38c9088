import type { Page } from 'puppeteer-core'
import { bannerText } from '../browsers/banner.ts'
import type { Driver } from '../browsers/driver.ts'
import { escaped, imageOf, takeHtml } from '../browsers/take-html.ts'
import type { Environment } from './environment.ts'
import { settled } from './settled.ts'

/** Tells a story in pictures of the trading page: in two columns, each with its time and caption. */
export interface Steps {
  /** To be called at each step of the story, with its market time, ms UTC. */
  update(at: number): Promise<void>
  /** Writes `steps.png`; nothing where the story has no pictures. */
  write(): Promise<void>
}

const width = 1280
const styles = `
  * { box-sizing: border-box; margin: 0 }
  body { padding: 12px; display: grid; grid-template-columns: 1fr 1fr; gap: 16px 12px; color: #f4f4f5;
         background: #17181c; font-family: 'Noto Sans', system-ui, sans-serif }
  figcaption { padding: 0 2px 6px; font-size: 18px }
  figcaption time { margin-right: 10px; color: #a1a1aa; font-variant-numeric: tabular-nums }
  img { display: block; width: 100%; border-radius: 6px }`

const clock = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo', timeStyle: 'short' })

export function openSteps(
  driver: Driver,
  page: Page,
  { moments }: Pick<Environment, 'moments'>,
  folder: string,
): Steps {
  const steps = moments.flatMap(({ step }) => step ?? [])
  const figures: string[] = []

  async function take(caption: string, at: number): Promise<void> {
    await settled(() => bannerText(driver, page))
    const picture = imageOf(await page.screenshot({ encoding: 'base64' }))
    const time = `<time>${clock.format(at)} JST</time>`
    figures.push(`<figure><figcaption>${time}${escaped(caption)}</figcaption>${picture}</figure>`)
  }
  return {
    async update(now) {
      for (let due = steps[figures.length]; due && due.at <= now; due = steps[figures.length])
        await take(due.caption, now)
    },
    async write() {
      if (figures.length === 0) return
      const html = `<html lang="en"><style>${styles}</style>${figures.join('')}</html>`
      await takeHtml(page.browser(), html, { width }, `${folder}/steps.png`)
    },
  }
}
