import { elapsedMs } from '../market/elapsed.ts'
import type { HealthWords } from './words.ts'

/** How long ago a time was, `2 min ago`; what to say where there is no time is `none`. All in wall clock, ms. */
export function agoText({ say, format }: HealthWords, at: number | null, now: number, none: string): string {
  return at === null ? none : say('ago', { length: format.length(elapsedMs(at, now)) })
}

/** A size of so many bytes, in the largest unit of which there is one. */
export function sizeText({ say, format }: HealthWords, bytes: number): string {
  if (bytes >= 1e9) return say('size.gb', { n: format.count(bytes / 1e9) })
  if (bytes >= 1e6) return say('size.mb', { n: format.count(bytes / 1e6) })
  return say('size.kb', { n: format.count(bytes / 1e3) })
}
