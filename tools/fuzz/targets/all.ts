import { recordCorpus } from '../corpus/corpus.ts'
import type { Target, TargetName } from '../target.ts'
import { engine } from './engine/engine.ts'
import { pages } from './pages.ts'
import { readers } from './readers.ts'
import { settings } from './settings.ts'
import { stored } from './stored/stored.ts'
import { titles } from './titles.ts'

const corpusSeed = 1

/**
 * The targets of these names, ready to be given messages.
 *
 * @param venues whose messages the readers are given, mutated; absent: all
 */
export function targetsNamed(
  names: readonly TargetName[],
  venues?: readonly string[],
): Promise<readonly Target[]> {
  const open: Readonly<Record<TargetName, () => Promise<Target>>> = {
    readers: async () => readers(await recordCorpus(corpusSeed, venues)),
    engine: () => Promise.resolve(engine),
    stored: () => Promise.resolve(stored),
    settings: () => Promise.resolve(settings),
    titles: () => Promise.resolve(titles),
    pages: () => Promise.resolve(pages),
  }
  return Promise.all(names.map((name) => open[name]()))
}
