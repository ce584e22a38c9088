import type { Settings } from '../../src/shared/settings/settings.ts'
import type { Answers } from './extension-without-worker.ts'
import type { Frames } from './view.ts'

/** A page or state of the extension to be inspected, with its data. */
export interface Surface {
  readonly name: string
  /** Path of its page in the extension, with the fragment. */
  readonly path: string
  readonly frames: Frames
  /** Values in storage; `now` is wall clock (ms). */
  stored(now: number): object
  readonly settings?: Partial<Settings>
  /** Whether it reads its settings only once: another look is another opening. */
  readonly readsOnce?: true
  readonly answers?: Answers
  /** Selector of an element that is clicked last. */
  readonly pressed?: string
}

/** The window of a tab. */
export const tabWindow: Frames = { 100: { width: 1280, height: 900 }, 200: { width: 640, height: 450 } }

/** The window of the popup, which grows with its content up to 800 × 600 device pixels at any zoom. */
export const popupWindow: Frames = { 100: { width: 368, height: 568 }, 200: { width: 368, height: 300 } }

/** The least that Firefox gives a popup, in its menu of further buttons. */
export const narrowWindow: Frames = { 100: { width: 320, height: 568 }, 200: { width: 320, height: 300 } }

/** The side panel of a browser window. */
export const panelWindow: Frames = { 100: { width: 400, height: 860 }, 200: { width: 320, height: 430 } }
