import type { Part } from '../part.ts'
import { aroundOf } from './timeline-around.ts'
import { timelineOf, type Entry } from './timeline.ts'

type Told = Pick<Part, 'scene' | 'facts' | 'words' | 'said' | 'price'>

/** The whole timeline, oldest first: what was measured of the pair, what went on around it, what the venue said. */
export function timelineRows({ scene, facts, words, said, price }: Told): readonly Entry[] {
  const { episode, course, whole } = scene
  const around = aroundOf(words, episode, facts.episodes ?? [], said)
  return [...around, ...timelineOf(words, episode, course, whole, said, price)].sort((a, b) => a.at - b.at)
}
