import { tiers } from '../../../market/tier.ts'
import type { ContractFigures } from '../../../market/contract-figures.ts'
import type { Course } from '../../../shared/course.ts'
import {
  type Guard,
  isBoolean,
  isNumber,
  isPositive,
  isString,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from '../../../shared/storage/guards.ts'
import { isEpisode } from '../../../shared/storage/is-episode.ts'
import type { Chunk } from '../chunk.ts'
import { type EpisodeRow, horizons } from '../episode-row.ts'
import type { RecordingPart } from '../recording-part.ts'

/** An object used as a map, of these keys and values at most. */
const partialOf = (keys: readonly string[], is: Guard): Guard =>
  withFields(Object.fromEntries(keys.map((key) => [key, orAbsent(is)])))

/** A row of the history that can be shown, measured and continued. */
export const isEpisodeRow = withFields({
  id: isString,
  pair: isString,
  startedAt: isNumber,
  seenAt: isNumber,
  episode: isEpisode,
  told: partialOf(tiers, isPositive),
  prices: partialOf(Object.keys(horizons), orNull(isPositive)),
  due: orAbsent(isNumber),
  tries: isNumber,
  verdicts: listOf(isString),
} satisfies Record<keyof EpisodeRow, Guard>) as (value: unknown) => value is EpisodeRow

const isFigures = withFields({
  at: isNumber,
  lastToMark: orNull(isNumber),
  markToIndex: orNull(isNumber),
  openInterest: orNull(isPositive),
  longs: orNull(isNumber),
  shorts: orNull(isNumber),
  funding: orNull(isNumber),
} satisfies Record<keyof ContractFigures, Guard>)

/** The course of an episode that can be shown and continued. */
export const isCourse = withFields({
  steps: listOf(
    withFields({
      at: isNumber,
      tier: oneOf(tiers),
      phase: isString,
      kinds: listOf(isString),
      price: isPositive,
    }),
  ),
  samples: listOf(withFields({ at: isNumber, values: (value) => areNumbers(value) })),
  spacingMs: isPositive,
  contract: orAbsent(withFields({ samples: listOf(isFigures), spacingMs: isPositive })),
} satisfies Record<keyof Course, Guard>) as (value: unknown) => value is Course

const areNumbers: Guard = (value) =>
  typeof value === 'object' && value !== null && Object.values(value).every(isNumber)

/** A part of the recording of which the bytes can be read. */
export const isChunk = withFields({
  from: isNumber,
  to: isNumber,
  bytes: (value) => value instanceof Uint8Array,
  size: isNumber,
  mark: isString,
} satisfies Record<keyof Chunk, Guard>) as (value: unknown) => value is Chunk

/** A part of an episode's recording that can be joined with the others. */
export const isRecordingPart = withFields({
  episode: isString,
  venue: isString,
  to: isNumber,
  size: isNumber,
  lines: listOf(isString),
  inputs: isNumber,
  card: isString,
  full: isBoolean,
} satisfies Record<keyof RecordingPart, Guard>) as (value: unknown) => value is RecordingPart
