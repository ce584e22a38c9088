import { deserialize, serialize } from 'node:v8'
import { engineOfSaved, savedEngineOf } from '../../../src/detect/saved-engine.ts'
import type { Engine } from '../../../src/detect/engine-state.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../../src/detect/cases/resume-episodes.ts'

/** The engine of a worker that was killed here and woken: out of the bytes of the store, beside the episodes that were shown. */
export function reborn(engine: Engine): Engine {
  // What browsers store is the structured clone of a value; node:v8 writes the same one as bytes.
  const woken = engineOfSaved(deserialize(serialize(savedEngineOf(engine))))
  if (!woken) throw new Error('what was saved is not taken up')
  resumeEpisodes(woken, JSON.parse(JSON.stringify(openEpisodes(engine))) as ReturnType<typeof openEpisodes>)
  return woken
}
