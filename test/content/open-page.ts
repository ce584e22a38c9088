import { vi } from 'vitest'
import { parseCommand, storeCommand } from '../../src/background/pages/commands.ts'
import { run } from '../../src/content/run.ts'
import { bannerTextsGlobal } from '../../src/shared/banner-texts-file.ts'
import type { Lang } from '../../src/shared/languages.ts'
import { venues } from '../../src/shared/storage/items.ts'
import { venue, wallNow } from '../../tools/examples/made-up.ts'
import { sharedTexts } from '../../tools/examples/words-in.ts'
import { stub } from '../shared/browser-stub.ts'
import { clickOn } from './trusted.ts'
import { stubPopovers } from './popover-stub.ts'

const lives = new Set<AbortController>()

/** Runs what the script of a language does before the banner. */
export function bringTexts(lang: Lang): void {
  Object.assign(globalThis, { [bannerTextsGlobal]: { [lang]: sharedTexts[lang] } })
}

/** A frame and what is done after it, ms: next to nothing, so that times stay whole seconds. */
const frameMs = 2

/** Advances the clock, then lets what waits for the next frame be drawn after it. */
export async function advance(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await vi.advanceTimersByTimeAsync(frameMs)
}

/** Resets the browser and the clock; one live venue is stored. */
export async function setUp(): Promise<void> {
  vi.useFakeTimers({
    now: wallNow,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => Number(setTimeout(draw, 0, 0)))
  await stub.reset()
  // What pages remember and set is stored by the background, for the next load of a page.
  stub.answer = (message) => {
    const command = parseCommand(message)
    const isStored = command?.kind === 'remember' || command?.kind === 'hide-country-notice'
    return isStored ? storeCommand(command, wallNow) : undefined
  }
  stubPopovers()
  await venues.set([venue()])
}

/** Commands that the trader's clicks sent. */
export const commands = () =>
  stub.requests.filter((message) => (message as { kind?: string }).kind !== 'remember')

/** Closes all open pages. */
export function tearDown(): void {
  for (const life of lives) life.abort()
  lives.clear()
  for (const name of [bannerTextsGlobal, 'askedFor']) Reflect.deleteProperty(globalThis, name)
  vi.restoreAllMocks()
  vi.useRealTimers()
}

/** Runs the content script on a page and gives access to its closed shadow root. */
export async function openPage(href: string) {
  const attachShadow = vi.spyOn(Element.prototype, 'attachShadow')
  location.href = href
  const life = new AbortController()
  lives.add(life)
  await run(life)
  await vi.advanceTimersByTimeAsync(0)
  const root = () => attachShadow.mock.results.at(-1)?.value as ShadowRoot | undefined
  const find = (selector: string) => root()?.querySelector<HTMLElement>(selector) ?? null
  const textOf = (selector: string) => find(selector)?.textContent ?? ''
  return {
    life,
    find,
    /** Text of the banner, without pause and live regions. */
    text: () => textOf('.place'),
    textOf,
    /** What screen readers read out. */
    announced: (role: 'status' | 'alert') => textOf(`[role=${role}]`),
    async click(selector: string) {
      clickOn(find(selector))
      await vi.advanceTimersByTimeAsync(0)
    },
    focused: () => root()?.activeElement ?? null,
    shadowMode: () => attachShadow.mock.calls.at(-1)?.[0].mode,
  }
}
