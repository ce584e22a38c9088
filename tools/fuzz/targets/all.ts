import { recordCorpus } from '../corpus/corpus.ts'
import type { Target, TargetName } from '../target.ts'
import { pages } from './pages.ts'
import { readers } from './readers.ts'
import { titles } from './titles.ts'

const corpusSeed = 1

/** The targets of these names, ready to be given messages. @param venues whose messages are mutated; absent: all */
export async function targetsNamed(
  names: readonly TargetName[],
  venues?: readonly string[],
): Promise<readonly Target[]> {
  const open: Readonly<Record<string, () => Target<never> | Promise<Target<never>>>> = {
    readers: async () => readers(await recordCorpus(corpusSeed, venues)),
    titles: () => titles,
    pages: () => pages,
  }
  return Promise.all(names.filter((n) => open[n]).map((name) => open[name]!() as Target))
}
