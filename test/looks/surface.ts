import type { Settings } from '../../src/shared/settings/settings.ts'
import type { Answers } from './extension-without-worker.ts'
import type { Frames } from './view.ts'

/** One thing that a trader sees, with what it shows. */
export interface Surface {
  readonly name: string
  /** Path of its page in the extension, with what is behind `#`. */
  readonly path: string
  readonly frames: Frames
  /** Values in storage; `now` is wall clock, ms. */
  stored(now: number): object
  readonly settings?: Partial<Settings>
  readonly answers?: Answers
  /** Selector of what is pressed last. */
  readonly pressed?: string
}

/** The window of a tab. */
export const tabWindow: Frames = { 100: { width: 1280, height: 900 }, 200: { width: 640, height: 450 } }

/** The popup's: it grows with what is in it, up to 800 × 600 pixels of the screen, be they zoomed or not. */
export const popupWindow: Frames = { 100: { width: 368, height: 568 }, 200: { width: 368, height: 300 } }
