import type { Notice, NoticeTopic } from '../../market/notice.ts'
import { assetsIn } from './assets-in.ts'
import { isOfWholeVenue } from './title-scope.ts'
import * as words from './title-words.ts'
import { wordOf } from '../wire/word-of.ts'

/** What a title says. */
export interface TitleMeaning extends Required<Pick<Notice, 'what' | 'assets' | 'scope'>> {
  readonly market: Notice['market']
  /** It says that something works again or is done: a resumption, not a suspension. */
  readonly isOver: boolean
}

interface Classification {
  readonly what: NoticeTopic
  readonly isOver?: boolean
  readonly isOfAsset?: boolean
}

/** Titles have a hundred characters; what is longer is read in part. */
const longestTitle = 500
/** An announcement has two or three categories. */
const maxCategories = 10

/**
 * Classifies an announcement by its title, and by the exchange's categories where no rule knows the title. The
 * rules are in English, Japanese and Korean; without a match the topic is `other`, never the nearest guess.
 */
export function classifyTitle(fullTitle: string, ...categories: readonly unknown[]): TitleMeaning {
  const title = fullTitle.slice(0, longestTitle)
  const plain = words.plainTitle(title)
  const found = byTitle(plain) ?? byCategory(categories) ?? { what: 'other' }
  const { what, isOver = false, isOfAsset = false } = found
  const assets = assetsIn(title)
  const isOfVenue = !isOfAsset && assets.length === 0 && isOfWholeVenue(title, what, isOver)
  const scope = isOfVenue ? 'venue' : 'asset'
  return { what, assets, scope, market: words.marketIn(plain), isOver }
}

/** The first rule that knows the title. A delisting that also suspends deposits is a delisting. */
function byTitle(title: string): Classification | undefined {
  if (words.promotion.test(title)) return { what: 'other' }
  const isResumption = words.resumes.test(title)
  const isOver = isResumption && !words.later.test(title)
  const isStop = words.stops.test(title) || isResumption
  const stopped = isStop ? words.stoppedTopic(title) : undefined
  if (words.rollback.test(title)) return { what: 'rollback' }
  if (words.apiKeys.test(title)) return { what: 'api-keys' }
  if (words.delisting.test(title)) return { what: 'delisting' }
  const isOfNetwork = words.network.test(title) && !words.software.test(title)
  // A maintenance also stops trading and withdrawals; that of one wallet is reported as suspended withdrawals.
  if (words.maintenance.test(title) && !isOfNetwork && (stopped === undefined || stopsAll(title)))
    return { what: 'maintenance', isOver }
  if (stopped && stopped !== 'halt') return { what: stopped, isOver }
  if (words.caution.test(title)) return { what: 'caution', isOver }
  if (words.listing.test(title)) return { what: 'listing' }
  if (words.migration.test(title)) return { what: 'migration', isOver, isOfAsset: true }
  if (stopped) return { what: stopped, isOver }
  if (words.irregular.test(title)) return { what: 'caution' }
  return isOfNetwork ? { what: 'maintenance', isOver, isOfAsset: true } : undefined
}

const stopsAll = (title: string) => /trading|取引|거래(?!지원)|system|システム|시스템|서버/.test(title)

function byCategory(categories: readonly unknown[]): Classification | undefined {
  const [what] = categories.slice(0, maxCategories).flatMap((category) => {
    const word = wordOf(category).slice(0, longestTitle).toLowerCase()
    return words.categories.find(([, pattern]) => pattern.test(word))?.[0] ?? []
  })
  // Which service a maintenance is of, the category does not tell.
  return what && { what, isOfAsset: what === 'maintenance' }
}
