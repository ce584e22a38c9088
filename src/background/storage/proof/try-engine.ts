import { openEpisodes } from '../../../detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../../detect/cases/resume-episodes.ts'
import type { Engine } from '../../../detect/engine-state.ts'
import { takeTicks } from '../../../detect/engine.ts'
import { measurePair } from '../../../detect/measure-pair.ts'
import { takeDerivatives } from '../../../detect/take-perpetual.ts'
import { marketEveryMs } from '../../../detect/settings.ts'
import { isEpisode } from '../../../shared/storage/is-episode.ts'

/**
 * Lets a copy of an engine do once what it will have to do: take up its episodes, take a frame in which nothing
 * moved, judge the market and each pair.
 *
 * @throws what the engine threw, or a RangeError where an episode of it cannot be stored
 */
export function tryEngine({ scoring, ...rest }: Engine): void {
  const engine: Engine = { ...structuredClone(rest), scoring }
  const { data } = engine
  const open = openEpisodes(engine)
  resumeEpisodes(engine, open)
  const at = Math.max(data.at, ...[...data.pairs.values()].map((pair) => pair.at)) + marketEveryMs
  const ticks = [...data.pairs.values()].flatMap(({ symbol, base, quote, last }) =>
    last > 0 ? [{ type: 'tick', symbol, base, quote, at, last } as const] : [],
  )
  const changed = takeTicks(engine, ticks, at, data.source)
  for (const pair of data.pairs.values()) if (pair.at > 0) measurePair(data, scoring, pair, at)
  const marks = ticks.map(({ symbol, last }) => ({ type: 'derivative', symbol, at, mark: last }) as const)
  const apart = takeDerivatives(engine, marks, at)
  if (![...open, ...changed, ...apart].every(isEpisode)) throw new RangeError('an episode is not sound')
}
