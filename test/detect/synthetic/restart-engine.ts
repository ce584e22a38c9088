import { deserialize, serialize } from 'node:v8'
import { engineOfSaved, savedEngineOf } from '../../../src/detect/saved-engine.ts'
import type { Engine } from '../../../src/detect/engine-state.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../../src/detect/cases/resume-episodes.ts'

/**
 * The engine after the worker was killed and started again: restored from the store and from the open episodes.
 *
 * @param restore makes an engine of what was stored
 */
export function restartEngine(
  engine: Engine,
  restore: (saved: unknown) => Engine | null = engineOfSaved,
): Engine {
  // Browsers store the structured clone of a value; node:v8 serializes the same clone.
  const restored = restore(deserialize(serialize(savedEngineOf(engine))))
  if (!restored) throw new Error('the saved engine was not restored')
  resumeEpisodes(
    restored,
    JSON.parse(JSON.stringify(openEpisodes(engine))) as ReturnType<typeof openEpisodes>,
  )
  return restored
}
